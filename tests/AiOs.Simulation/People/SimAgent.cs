using System.Globalization;
using System.Text.Json;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;
using AiOs.Simulation.Outside;
using AiOs.Simulation.Scheduling;
using AiOs.Simulation.Worlds;

namespace AiOs.Simulation.People;

/// <summary>
/// Drafts as the seed says: nothing to four effects of any kind, with gaps and questions. Until the world is healed
/// it now and then throws, or proposes what nobody can read.
/// </summary>
internal sealed class SimAgent(World world) : IAgent
{
    private static readonly string[] Garbage = ["{", "not json", "{\"a\":1,\"a\":2}", "[1e999]"];

    public AgentName Name => AgentName.Execution;

    public ProposalDraft Draft(AgentBrief brief)
    {
        world.Scheduler.CheckThread("the agent");
        var number = Mail.NumberOf(brief.Message);
        var dice = Dice.For(world.Script.Seed, 4, number, brief.OperatorWords.Count, brief.ChangeWanted ? 1 : 0);
        var mood = dice.Below(100);
        if (mood < 6 && !world.IsHealed)
        {
            world.Tally.Count(Happening.NastyAgent);
            return mood < 3 ? throw new InvalidOperationException("The agent fell over.") : Proposal(dice, number, [new EffectDraft(OutsideKind.All[0].Kind, dice.Of(Garbage))], question: null);
        }

        var first = brief.OperatorWords.Count == 0;
        var effects = Enumerable.Range(0, CountOf(dice)).Select(index => EffectOf(dice, brief, number, index, first)).ToArray();
        var asks = first && dice.Chance(12);
        if (asks)
        {
            world.Tally.Count(Happening.Question);
        }

        return Proposal(dice, number, effects, asks ? "Which one do you mean?" : null);
    }

    private static int CountOf(Dice dice) => dice.Below(10) switch
    {
        0 => 0,
        < 6 => 1,
        < 8 => 2,
        8 => 3,
        _ => 4,
    };

    private static ProposalDraft Proposal(Dice dice, int number, IReadOnlyList<EffectDraft> effects, string? question) => new()
    {
        Summary = string.Create(CultureInfo.InvariantCulture, $"See to message {number}."),
        Reasons = ["it was asked for"],
        Evidence = [new Evidence("message", null, "Please see to it.", Provenance.External)],
        Confidence = new Confidence(dice.Between(100, 1000)),
        Effects = effects,
        Question = question,
    };

    private static EffectDraft EffectOf(Dice dice, AgentBrief brief, int number, int index, bool first)
    {
        var choice = dice.Below(OutsideKind.All.Count + 2);
        if (choice == OutsideKind.All.Count)
        {
            return NoteOf(brief, number, index);
        }

        if (choice > OutsideKind.All.Count)
        {
            return RecordOf(dice, brief, number);
        }

        var gap = first && dice.Chance(10) ? "[?]" : "known";
        return new EffectDraft(
            OutsideKind.All[choice].Kind,
            string.Create(CultureInfo.InvariantCulture, $$"""{"z":{{index}},"message":{{number}},"words":{{brief.OperatorWords.Count}},"what":"{{gap}}"}"""));
    }

    private static EffectDraft NoteOf(AgentBrief brief, int number, int index) => new(
        EffectKind.NoteKeep,
        JsonSerializer.Serialize(
            new NoteKeepArguments("About " + number, string.Create(CultureInfo.InvariantCulture, $"note {index}"), [brief.Message.Sender!.Address]),
            ArgumentsJson.Default.NoteKeepArguments));

    private static EffectDraft RecordOf(Dice dice, AgentBrief brief, int number)
    {
        var record = new RecordId("client", "c" + brief.Message.Sender!.Address[6]);
        var known = brief.Facts.FirstOrDefault(fact => fact.Id == record)?.Version ?? 0;
        var arguments = new RecordWriteArguments
        {
            Record = record,
            ExpectedVersion = dice.Chance(90) ? known : known + 1,
            Fields = new Dictionary<string, RecordField> { ["last"] = new(number.ToString(CultureInfo.InvariantCulture), Provenance.External) },
            People = [brief.Message.Sender.Address],
        };
        return new EffectDraft(EffectKind.RecordWrite, JsonSerializer.Serialize(arguments, ArgumentsJson.Default.RecordWriteArguments));
    }
}
