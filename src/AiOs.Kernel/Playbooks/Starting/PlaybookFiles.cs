using AiOs.Contracts.Desk;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Playbooks;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Playbooks.Reading;
using AiOs.Kernel.Records;

namespace AiOs.Kernel.Playbooks.Starting;

/// <summary>Takes playbook files as versions of their Records.</summary>
internal sealed class PlaybookFiles(WorkspaceJournal journal, PlaybookShelf shelf, HostState host, IdSource ids) : IPlaybooks
{
    /// <summary>How a version is marked that a file brought.</summary>
    private const string Source = "file";

    public async Task<ControlOutcome> LoadAsync(string name, string text, CancellationToken cancellationToken)
    {
        if (shelf.Read(text, name) is not PlaybookReading.Good good)
        {
            var bad = (PlaybookReading.Bad)shelf.Read(text, name);
            return new ControlOutcome(Accepted: false, bad.Reason, bad.Line);
        }

        // A journal that does not fit its signed head is evidence: nothing is added to it.
        if (host.FrozenBecause is not null)
        {
            return new ControlOutcome(Accepted: true, string.Empty);
        }

        var id = PlaybookShelf.IdOf(name);
        var effect = new EffectId(ids.Next());
        var replaced = false;
        var request = new AppendRequest
        {
            Stream = StreamId.Of(id),
            Cause = "playbook/file",
            Decide = at => Decide((RecordState)at.State, id, text, good.Document, effect, out replaced),
        };
        return await journal.AppendAsync(request, cancellationToken) is AppendResult.Appended && replaced
            ? new ControlOutcome(Accepted: true, $"The file of the playbook {name} has changed, so it takes the place of what you had changed in chat; that is kept as the version before.")
            : new ControlOutcome(Accepted: true, string.Empty);
    }

    private static IReadOnlyList<JournalEvent> Decide(RecordState record, RecordId id, string text, PlaybookDocument document, EffectId effect, out bool replaced)
    {
        var last = record.History.LastOrDefault(change => change.Source == Source)?.Fields.GetValueOrDefault(PlaybookShelf.TextField)?.Value;
        var current = record.Fields.GetValueOrDefault(PlaybookShelf.TextField)?.Value;
        replaced = current is not null && current != last && current != text;
        return last == text || record.Into is not null
            ? []
            : [new RecordWritten(id, record.Version + 1, effect) { Source = Source, Personal = new RecordWritten.Values(PlaybookChange.FieldsOf(document, text)) }];
    }
}
