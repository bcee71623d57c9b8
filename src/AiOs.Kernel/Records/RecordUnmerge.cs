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

/// <summary><c>record.unmerge</c>: a Record that gave way stands for itself again.</summary>
internal sealed class RecordUnmerge(WorkspaceJournal journal, Vault vault)
    : JournalEffect<RecordMergeArguments>(journal, vault, ArgumentsJson.Default.RecordMergeArguments)
{
    public override EffectKind Kind => EffectKind.RecordUnmerge;

    public override Undo Undo => Undo.Final;

    protected override string BareTitle => "Take a merge back";

    protected override EffectPreview Preview(RecordMergeArguments arguments) => new(
        $"Take {arguments.Record} out of {arguments.Into} again",
        [new CardBlock.Facts([new Fact("Stands for itself again", arguments.Record.ToString())])],
        []);

    protected override StreamId StreamOf(RecordMergeArguments arguments, EffectId effect) => StreamId.Of(arguments.Record);

    protected override IReadOnlyList<JournalEvent> Decide(RecordMergeArguments arguments, EffectId effect, Standpoint at, out string refused)
    {
        refused = $"{arguments.Record} is not merged into {arguments.Into}.";
        return at.State is RecordState { Into: { } into } record && into == arguments.Into && record.Version == arguments.ExpectedVersion
            ? [new RecordUnmerged(arguments.Record, record.Version + 1, effect)]
            : [];
    }

    protected override EffectResult.Done DoneWith(RecordMergeArguments arguments, EffectId effect) =>
        new(arguments.Record.ToString(), $"{arguments.Record} stands for itself again.");
}
