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

/// <summary><c>note.withdraw</c>: one note no longer counts.</summary>
internal sealed class NoteWithdraw(WorkspaceJournal journal, Vault vault)
    : JournalEffect<NoteWithdrawArguments>(journal, vault, ArgumentsJson.Default.NoteWithdrawArguments)
{
    public override EffectKind Kind => EffectKind.NoteWithdraw;

    public override Undo Undo => Undo.Final;

    protected override string BareTitle => "Take back a note";

    protected override EffectPreview Preview(NoteWithdrawArguments arguments) =>
        new($"Take back the note: {arguments.Title}", [new CardBlock.Facts([new Fact("Note", arguments.Note.ToString())])], []);

    protected override StreamId StreamOf(NoteWithdrawArguments arguments, EffectId effect) => StreamId.OfKnowledge(arguments.Note);

    protected override IReadOnlyList<JournalEvent> Decide(NoteWithdrawArguments arguments, EffectId effect, Standpoint at, out string refused)
    {
        refused = "There is no such note.";
        return at.State.Version > 0 ? [new NoteWithdrawn(effect)] : [];
    }

    protected override EffectResult.Done DoneWith(NoteWithdrawArguments arguments, EffectId effect) =>
        new(StreamId.OfKnowledge(arguments.Note).Value, "The note is taken back.");
}
