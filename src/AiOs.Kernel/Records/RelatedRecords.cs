using AiOs.Contracts.Context;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Records;
using AiOs.Kernel.Journal;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Records;

/// <summary>Looks up the Records around a message, as far as an agent's grant follows them. Reads only.</summary>
internal sealed class RelatedRecords(WorkspaceJournal journal, IJournalStore store, TimeProvider time)
{
    private const int MostLookedAt = 5_000;

    /// <summary>Those that refer to what is known, or that the message names, likeliest first.</summary>
    public async Task<IReadOnlyList<RecordSnapshot>> AroundAsync(WorkItem item, Intent intent, IReadOnlyList<RecordSnapshot> known, Grant grant, CancellationToken cancellationToken)
    {
        if (grant.Follows.Count == 0 || item.Content is not { } content)
        {
            return [];
        }

        var all = new List<RecordSnapshot>();
        foreach (var row in (await store.ListRecordsAsync(cancellationToken)).Where(row => grant.Follows.Contains(row.Id.Type)).Take(MostLookedAt))
        {
            if (await journal.LoadAsync(StreamId.Of(row.Id), cancellationToken) is RecordState { Version: > 0, Into: null } record)
            {
                all.Add(record.At(time.GetUtcNow()));
            }
        }

        var text = string.Join('\n', item.OperatorWords.Prepend(content.Text).Prepend(content.Subject ?? string.Empty));
        return Relation.Pick(all, known, text, intent.Fields, RecordReader.IsTyped(content, item.Received!.Authority));
    }
}
