using System.Globalization;
using System.Text.Json;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Context;
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

    /// <summary>In some worlds it mostly does the same thing and is mostly told yes, so that autonomy is earned.</summary>
    /// <param name="seed">Which world.</param>
    /// <returns>Whether it is one of them.</returns>
    public static bool IsTrusted(long seed) => Dice.For(seed, 31).Chance(25);

    private static readonly string[] Purposes = ["ads", "tools"];

    public AgentName Name => AgentName.Execution;

    public Grant Grant => Grant.Everything;

    public Task<ProposalDraft> DraftAsync(AgentBrief brief, CancellationToken cancellationToken) => Task.FromResult(Draft(brief));

    private ProposalDraft Draft(AgentBrief brief)
    {
        world.Scheduler.CheckThread("the agent");
        var number = Mail.NumberOf(brief.Message);
        var dice = Dice.For(world.Script.Seed, 4, number, brief.OperatorWords.Count, brief.ChangeWanted ? 1 : 0);
        var mood = dice.Below(100);
        if (mood < 6 && !world.IsHealed)
        {
            world.Tally.Count(Happening.NastyAgent);
            return mood < 3 ? throw new InvalidOperationException("The agent fell over.") : Proposal(dice, brief, [new EffectDraft(OutsideKind.All[0].Kind, dice.Of(Garbage))], question: null);
        }

        var first = brief.OperatorWords.Count == 0;
        var effects = Enumerable.Range(0, CountOf(dice)).Select(index => EffectOf(dice, brief, number, index, first)).ToArray();
        var asks = first && dice.Chance(12);
        if (asks)
        {
            world.Tally.Count(Happening.Question);
        }

        return Proposal(dice, brief, effects, asks ? "Which one do you mean?" : null);
    }

    private static int CountOf(Dice dice) => dice.Below(10) switch
    {
        0 => 0,
        < 6 => 1,
        < 8 => 2,
        8 => 3,
        _ => 4,
    };

    private static ProposalDraft Proposal(Dice dice, AgentBrief brief, IReadOnlyList<EffectDraft> effects, string? question) => new()
    {
        Summary = string.Create(CultureInfo.InvariantCulture, $"See to message {Mail.NumberOf(brief.Message)}."),
        Reasons = ["it was asked for"],
        Evidence =
        [
            new Evidence("message", null, "Please see to it.", Provenance.External),
            .. brief.Facts.Where(fact => fact.Id.Type == "client").Select(fact => new Evidence("record " + fact.Id, fact.Version, "last", Provenance.Record)),
        ],
        Confidence = new Confidence(dice.Between(100, 1000)),
        Effects = effects,
        Question = question,
    };

    private EffectDraft EffectOf(Dice dice, AgentBrief brief, int number, int index, bool first)
    {
        var choice = IsTrusted(world.Script.Seed) && dice.Chance(70) ? OutsideKind.Proposed.Count - 1 : dice.Below(OutsideKind.Proposed.Count + 4);
        if (choice == OutsideKind.Proposed.Count)
        {
            return NoteOf(brief, number, index);
        }

        if (choice > OutsideKind.Proposed.Count)
        {
            return brief.Facts.FirstOrDefault(fact => fact.Id.Type == "policy") is { } policy && index == 0 ? CapOf(dice, policy.Version) : RecordOf(dice, brief, number);
        }

        var kind = OutsideKind.Proposed[choice];
        var gap = first && dice.Chance(10) ? "[?]" : "known";
        var money = kind.Spends ? string.Create(CultureInfo.InvariantCulture, $$""","cost":{{dice.Between(0, 24) * 100}},"spend":"{{dice.Of(Purposes)}}" """) : string.Empty;
        return new EffectDraft(
            kind.Kind,
            string.Create(CultureInfo.InvariantCulture, $$"""{"z":{{index}},"message":{{number}},"words":{{brief.OperatorWords.Count}},"to":"{{brief.Message.Sender!.Address}}","what":"{{gap}}"{{money}}}"""));
    }

    private static EffectDraft CapOf(Dice dice, long version)
    {
        var arguments = new PolicyChangeArguments { ExpectedVersion = version, Change = "set-cap", Scope = "spending", Period = "day", Minor = dice.Between(10, 50) * 100, Currency = "EUR" };
        return new EffectDraft(EffectKind.PolicyChange, JsonSerializer.Serialize(arguments, ArgumentsJson.Default.PolicyChangeArguments));
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
