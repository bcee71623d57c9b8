using System.Text.Json;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Proposals;
using AiOs.Kernel.Effects;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Journal.Sealing;
using AiOs.Kernel.Ledger;

namespace AiOs.Kernel.Notes;

/// <summary><c>note.keep</c>: one note in the workspace's knowledge.</summary>
internal sealed class NoteKeep(WorkspaceJournal journal, Vault vault)
    : JournalEffect<NoteKeepArguments>(journal, vault, ArgumentsJson.Default.NoteKeepArguments)
{
    public override EffectKind Kind => EffectKind.NoteKeep;

    protected override string BareTitle => "Keep a note";

    public override Task<EffectDraft?> CompensationAsync(Effect effect, string reference, CancellationToken cancellationToken)
    {
        var withdraw = new NoteWithdrawArguments(effect.Id, Read(effect)?.Title ?? "a note");
        return Task.FromResult<EffectDraft?>(new EffectDraft(EffectKind.NoteWithdraw, JsonSerializer.Serialize(withdraw, ArgumentsJson.Default.NoteWithdrawArguments)));
    }

    protected override EffectPreview Preview(NoteKeepArguments arguments)
    {
        var gaps = string.IsNullOrWhiteSpace(arguments.Text) ? (IReadOnlyList<string>)["the note is empty"] : [];
        return new EffectPreview($"Keep a note: {arguments.Title}", [new CardBlock.Quote("The note", arguments.Text), .. About(arguments.People), .. More(arguments)], gaps);
    }

    protected override EffectFacts Examine(NoteKeepArguments arguments) =>
        arguments.People is [var first, ..] ? new EffectFacts { Counterparty = first } : EffectFacts.None;

    protected override StreamId StreamOf(NoteKeepArguments arguments, EffectId effect) => StreamId.OfKnowledge(effect);

    protected override IReadOnlyList<JournalEvent> Decide(NoteKeepArguments arguments, EffectId effect, Standpoint at, out string refused)
    {
        refused = string.Empty;
        return [Kept(effect, arguments)];
    }

    protected override EffectResult.Done DoneWith(NoteKeepArguments arguments, EffectId effect) => new(StreamId.OfKnowledge(effect).Value, "The note is kept.");

    /// <summary>Whose word it is is not the agent's to say: what an agent notes stays words of somebody outside.</summary>
    private NoteKept Kept(EffectId effect, NoteKeepArguments arguments)
    {
        string[] subjects =
        [
            .. arguments.People.Select(person => "person/" + Vault.PersonHash(person)).Distinct(),
            .. (arguments.Records ?? []).Select(record => "record/" + record).Distinct(),
        ];
        return new NoteKept(effect)
        {
            Kind = arguments.Kind,
            Supersedes = arguments.Supersedes,
            Personal = new NoteKept.Words(arguments.Title, arguments.Text)
            {
                People = OrNothing(arguments.People),
                Subjects = OrNothing(subjects),
                ValidFrom = arguments.ValidFrom,
                ValidTo = arguments.ValidTo,
            },
        };
    }

    private static IEnumerable<CardBlock> More(NoteKeepArguments arguments)
    {
        Fact[] facts =
        [
            .. arguments.Kind is { } kind ? [new Fact("Kind", kind.ToString())] : (Fact[])[],
            .. (arguments.Records ?? []).Select(record => new Fact("About", record.ToString())),
            .. arguments.ValidFrom is { } from ? [new Fact("True from", from.ToString("u"))] : (Fact[])[],
            .. arguments.ValidTo is { } to ? [new Fact("True until", to.ToString("u"))] : (Fact[])[],
            .. arguments.Supersedes is { } before ? [new Fact("In the place of", before.Value)] : (Fact[])[],
        ];
        return facts.Length > 0 ? [new CardBlock.Facts(facts)] : [];
    }
}
