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

namespace AiOs.Kernel.Records;

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
        return new EffectPreview($"Keep a note: {arguments.Title}", [new CardBlock.Quote("The note", arguments.Text), .. About(arguments.People)], gaps);
    }

    protected override EffectFacts Examine(NoteKeepArguments arguments) =>
        arguments.People is [var first, ..] ? new EffectFacts { Counterparty = first } : EffectFacts.None;

    protected override StreamId StreamOf(NoteKeepArguments arguments, EffectId effect) => StreamId.OfKnowledge(effect);

    protected override IReadOnlyList<string> PeopleIn(NoteKeepArguments arguments) => arguments.People;

    protected override IReadOnlyList<JournalEvent> Decide(NoteKeepArguments arguments, EffectId effect, Standpoint at, out string refused)
    {
        refused = string.Empty;
        return [new NoteKept(effect) { Personal = new NoteKept.Words(arguments.Title, arguments.Text) }];
    }

    protected override EffectResult.Done DoneWith(NoteKeepArguments arguments, EffectId effect) => new(StreamId.OfKnowledge(effect).Value, "The note is kept.");
}
