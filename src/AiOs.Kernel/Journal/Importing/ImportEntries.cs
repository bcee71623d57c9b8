using System.Text.Json;
using AiOs.Contracts;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Kernel.Journal.Chain;
using AiOs.Kernel.Journal.Exporting;
using AiOs.Kernel.Journal.Sealing;
using AiOs.Kernel.Ledger;

namespace AiOs.Kernel.Journal.Importing;

/// <summary>
/// Makes of an export's commits what the store would have got had they been lived through: the key of each stream with its first commit, links
/// and projection rows with each, a snapshot of the ledger now and then. Folds from the first commit on, also where an import goes on.
/// </summary>
internal sealed class ImportEntries(string folder, Vault vault, TimeZoneInfo zone, IReadOnlySet<StreamId> erased)
{
    private readonly PeopleIn _people = new(vault);
    private readonly Dictionary<StreamId, Aggregate> _states = [];
    private Dictionary<StreamId, StoredKey> _keys = [];
    private WorkspaceLedger _ledger = new();

    /// <summary>Reads the whole export, in order.</summary>
    public async IAsyncEnumerable<(JournalEntry Entry, IReadOnlyList<Digest> Blobs)> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _keys = await KeysAsync(cancellationToken);
        await using var file = File.OpenRead(Path.Combine(folder, ExportNames.Journal));
        await foreach (var line in ExactLines.ReadAsync(file, cancellationToken))
        {
            yield return EntryOf(StoredOf(line.Bytes));
        }
    }

    private async Task<Dictionary<StreamId, StoredKey>> KeysAsync(CancellationToken cancellationToken)
    {
        var keys = new Dictionary<StreamId, StoredKey>();
        await foreach (var key in ExportedKeys.ReadAsync(folder, cancellationToken))
        {
            if (!erased.Contains(key.Stream))
            {
                keys[key.Stream] = key;
            }
        }

        return keys;
    }

    private (JournalEntry Entry, IReadOnlyList<Digest> Blobs) EntryOf(StoredCommit stored)
    {
        var key = _keys.TryGetValue(stored.Stream, out var wrapped) ? vault.Open(wrapped) : null;
        var commit = CommitReader.Read(stored, key);
        var after = (_states.TryGetValue(stored.Stream, out var state) ? state : Aggregates.Empty(stored.Stream)).Apply(commit);
        _states[stored.Stream] = after;
        _ledger = _ledger.Apply(commit, zone);
        var snapshot = stored.Position % LedgerKeeper.SnapshotEvery == 0 ? new LedgerRow(stored.Position, LedgerKeeper.TextOf(_ledger)) : null;
        var entry = new JournalEntry(stored)
        {
            Key = stored.Version == 1 ? wrapped : null,
            Links = _people.LinksOf(commit),
            Projections = ProjectionRows.Of([after], [.. ProjectionRows.ApprovalsIn(commit)], snapshot),
        };
        return (entry, key is null ? [] : [.. BlobsIn.Commit(commit).Select(blob => blob.Sha256)]);
    }

    private static StoredCommit StoredOf(ReadOnlyMemory<byte> bytes)
    {
        using var document = JsonDocument.Parse(bytes);
        var root = document.RootElement;
        return new StoredCommit(
            root.GetProperty("position"u8).GetInt64(),
            new StreamId(root.GetProperty("stream"u8).GetString()!),
            root.GetProperty("version"u8).GetInt64(),
            CommitId.TryParse(root.GetProperty("id"u8).GetString(), out var id) ? id : throw new AiOsException("A commit of the export has no id that can be read; take another copy."),
            root.TryGetProperty("dedupe"u8, out var dedupe) ? dedupe.GetString() : null,
            new Digest(root.GetProperty("hash"u8).GetString()!),
            bytes);
    }
}
