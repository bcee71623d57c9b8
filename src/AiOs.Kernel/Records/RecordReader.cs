using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Records;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Journal.Sealing;
using AiOs.Kernel.Policy;

namespace AiOs.Kernel.Records;

/// <summary>Finds what Records know about people.</summary>
internal sealed class RecordReader(WorkspaceJournal journal, IJournalStore store, Vault vault)
{
    private const int MostPerPerson = 20;

    private static readonly RecordId Own = new("playbook", "main");

    /// <summary>The policy in force, as a Record; version 0 while none was adopted.</summary>
    public async Task<RecordSnapshot> PolicyAsync(CancellationToken cancellationToken)
    {
        var current = ((PolicyState)await journal.LoadAsync(StreamId.Policy, cancellationToken)).Current;
        var text = new RecordField(current?.Text ?? PolicyShelf.DefaultText, Provenance.Operator);
        return new RecordSnapshot(PolicyState.Id, current?.Version ?? 0, new Dictionary<string, RecordField> { ["text"] = text });
    }

    /// <summary>What holds for the business itself, whomever a message is about: the operator's rates and other standing facts.</summary>
    public async Task<IReadOnlyList<RecordSnapshot>> OwnAsync(CancellationToken cancellationToken) =>
        await journal.LoadAsync(StreamId.Of(Own), cancellationToken) is RecordState { Version: > 0 } own ? [own.Snapshot] : [];

    public async Task<IReadOnlyList<RecordSnapshot>> AboutAsync(IEnumerable<string> addresses, CancellationToken cancellationToken)
    {
        var found = new List<RecordSnapshot>();
        foreach (var person in addresses.Select(vault.PersonHash).Distinct())
        {
            foreach (var stream in await store.FindLinkedAsync(person, "record/", MostPerPerson, cancellationToken))
            {
                if (await journal.LoadAsync(stream, cancellationToken) is RecordState { Version: > 0 } record
                    && !found.Exists(other => other.Id == record.Id))
                {
                    found.Add(record.Snapshot);
                }
            }
        }

        return found;
    }
}
