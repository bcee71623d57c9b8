using System.Text.Json;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;
using AiOs.Kernel.Effects;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Journal.Sealing;
using AiOs.Kernel.Ledger;
using AiOs.Kernel.Playbooks.Reading;
using AiOs.Kernel.Records;

namespace AiOs.Kernel.Playbooks.Starting;

/// <summary><c>playbook.change</c>: one more version of a playbook. Its card shows what would be different, line by line.</summary>
internal sealed class PlaybookChange(WorkspaceJournal journal, Vault vault, PlaybookShelf shelf)
    : JournalEffect<PlaybookChangeArguments>(journal, vault, ArgumentsJson.Default.PlaybookChangeArguments)
{
    public override EffectKind Kind => EffectKind.PlaybookChange;

    protected override string BareTitle => "Change a playbook";

    /// <summary>The Record's fields of a text that can be run.</summary>
    public static IReadOnlyDictionary<string, RecordField> FieldsOf(PlaybookDocument document, string text) => new SortedDictionary<string, RecordField>(StringComparer.Ordinal)
    {
        ["title"] = new(document.Title, Provenance.Operator),
        ["trigger"] = new(PlaybookWords.Trigger(document), Provenance.Operator),
        [PlaybookShelf.TextField] = new(text, Provenance.Operator),
    };

    /// <summary>Writes the text before once more; nothing for the first version, and where somebody changed it since.</summary>
    public override async Task<EffectDraft?> CompensationAsync(Effect effect, string reference, CancellationToken cancellationToken)
    {
        if (Read(effect) is not { Before.Length: > 0 } arguments || (await Journal.LoadAsync(StreamId.Of(arguments.Playbook), cancellationToken)).Version != arguments.ExpectedVersion + 1)
        {
            return null;
        }

        var back = new PlaybookChangeArguments(arguments.Playbook, arguments.ExpectedVersion + 1, arguments.Text, arguments.Before);
        return new EffectDraft(EffectKind.PlaybookChange, JsonSerializer.Serialize(back, ArgumentsJson.Default.PlaybookChangeArguments));
    }

    protected override EffectPreview Preview(PlaybookChangeArguments arguments) => new(
        $"Change the {arguments.Playbook} to version {arguments.ExpectedVersion + 1}",
        [
            new CardBlock.Diff(arguments.Before, arguments.Text),
            new CardBlock.Hint("It is for runs that begin from now on; those under way go on as they began."),
        ],
        shelf.Read(arguments.Text, arguments.Playbook.Key) is PlaybookReading.Bad bad ? [$"line {bad.Line}: {bad.Reason}"] : []);

    protected override StreamId StreamOf(PlaybookChangeArguments arguments, EffectId effect) => StreamId.Of(arguments.Playbook);

    protected override IReadOnlyList<JournalEvent> Decide(PlaybookChangeArguments arguments, EffectId effect, Standpoint at, out string refused)
    {
        refused = "The playbook has changed since, so this change was not made; make it again.";
        if (at.State is not RecordState { Into: null } record || record.Version != arguments.ExpectedVersion)
        {
            return [];
        }

        if (shelf.Read(arguments.Text, arguments.Playbook.Key) is not PlaybookReading.Good good)
        {
            refused = "The playbook cannot be read, so it was not changed.";
            return [];
        }

        var values = new RecordWritten.Values(FieldsOf(good.Document, arguments.Text)) { Reason = "you changed it" };
        return [new RecordWritten(arguments.Playbook, record.Version + 1, effect) { Personal = values }];
    }

    protected override EffectResult.Done DoneWith(PlaybookChangeArguments arguments, EffectId effect) =>
        new(arguments.Playbook.ToString(), $"The {arguments.Playbook} is at version {arguments.ExpectedVersion + 1} now.");
}
