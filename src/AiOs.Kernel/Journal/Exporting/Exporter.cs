using System.Text;
using System.Text.Json;
using AiOs.Contracts;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Records;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal.Chain;
using AiOs.Kernel.Journal.Heads;
using AiOs.Kernel.Journal.Sealing;
using AiOs.Kernel.Ledger;
using AiOs.Kernel.Policy;
using AiOs.Kernel.Records;

namespace AiOs.Kernel.Journal.Exporting;

/// <summary>
/// Writes everything out: the journal's exact bytes, sealed blobs, wrapped keys, the signed head, and Records and knowledge still sealed.
/// Appends nothing; what is written while it runs is not in it.
/// </summary>
internal sealed class Exporter(IJournalStore store, IBlobStore blobs, WorkspaceJournal journal, WorkspaceKeys keys, WorkspaceSettings settings)
{
    private const int PageSize = 500;

    /// <summary>Nothing is ever written over.</summary>
    public static void MustBeNew(string folder)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new AiOsException($"The folder {folder} is not empty; name a new one.");
        }
    }

    public async Task<(long Position, Digest Hash)> ExportAsync(string folder, bool plain, CancellationToken cancellationToken)
    {
        MustBeNew(folder);
        Directory.CreateDirectory(folder);
        Directory.CreateDirectory(Path.Combine(folder, ExportNames.Blobs));
        Directory.CreateDirectory(Path.Combine(folder, ExportNames.Records));
        var head = await store.HeadAsync(cancellationToken);
        var contents = new ExportContents();
        await WriteJournalAsync(folder, head, contents, plain, cancellationToken);
        contents.Counts["keys"] = await WriteKeysAsync(folder, contents, cancellationToken);
        contents.Counts["records"] = await WriteRecordsAsync(folder, contents, cancellationToken);
        await File.WriteAllBytesAsync(Path.Combine(folder, ExportNames.Head), [.. HeadCodec.Sign(head, settings.Id, keys), (byte)'\n'], cancellationToken);
        await WriteManifestAsync(folder, contents.Counts, cancellationToken);
        return (head.Position, head.Hash);
    }

    private async Task WriteJournalAsync(string folder, JournalHead head, ExportContents contents, bool plain, CancellationToken cancellationToken)
    {
        await using var lines = File.Create(Path.Combine(folder, ExportNames.Journal));
        await using var knowledge = new StreamWriter(Path.Combine(folder, ExportNames.Knowledge), append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        await using var readable = plain ? new PlainCopies(folder) : null;
        var from = 1L;
        while (from <= head.Position)
        {
            var page = await store.ReadAsync(from, (int)Math.Min(PageSize, head.Position - from + 1), cancellationToken);
            if (page.Count == 0)
            {
                throw LedgerKeeper.NotShown(from);
            }

            foreach (var stored in page)
            {
                await lines.WriteAsync(stored.Bytes, cancellationToken);
                await lines.WriteAsync("\n"u8.ToArray(), cancellationToken);
                contents.Take(stored);
                var key = await journal.FindKeyAsync(stored.Stream, cancellationToken);
                var commit = CommitReader.Read(stored, key);
                contents.Counts["blobs"] += key is null ? 0 : await WriteBlobsAsync(folder, commit, cancellationToken);
                contents.Counts["knowledge"] += await WriteKnowledgeAsync(knowledge, commit);
                await (readable?.AddAsync(commit) ?? Task.CompletedTask);
                from = stored.Position + 1;
            }
        }

        contents.Counts["commits"] = head.Position;
    }

    private async Task<int> WriteBlobsAsync(string folder, Commit commit, CancellationToken cancellationToken)
    {
        var written = 0;
        foreach (var blob in BlobsIn.Commit(commit))
        {
            var bytes = await blobs.FindAsync(blob.Sha256, cancellationToken)
                ?? throw new AiOsException($"The blob {blob.Sha256} of position {commit.Position} is missing; restore it from a backup and export again.");
            await File.WriteAllBytesAsync(Path.Combine(folder, ExportNames.Blobs, blob.Sha256.Hex), bytes, cancellationToken);
            written++;
        }

        return written;
    }

    private static async Task<int> WriteKnowledgeAsync(StreamWriter output, Commit commit)
    {
        var written = 0;
        foreach (var note in commit.Events.OfType<NoteKept>())
        {
            await output.WriteLineAsync($"{{\"effect\":\"{note.Effect}\",\"kind\":\"note\",\"position\":{commit.Position},\"stream\":\"{commit.Stream}\"}}");
            written++;
        }

        return written;
    }

    private async Task<long> WriteKeysAsync(string folder, ExportContents contents, CancellationToken cancellationToken)
    {
        var written = 0L;
        await using var output = new StreamWriter(Path.Combine(folder, ExportNames.Keys), append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        StreamId? after = null;
        while (await store.ReadKeysAsync(after, PageSize, cancellationToken) is { Count: > 0 } page)
        {
            foreach (var key in page.Where(key => contents.Holds(key.Stream)))
            {
                await output.WriteLineAsync($"{{\"key\":\"{key.Stream}\",\"wrapped\":\"{Convert.ToBase64String(key.Wrapped.Span)}\"}}");
                written++;
            }

            after = page[^1].Stream;
        }

        return written;
    }

    /// <summary>One file for each type of Record; the values stay sealed with the Record's own key.</summary>
    private async Task<long> WriteRecordsAsync(string folder, ExportContents contents, CancellationToken cancellationToken)
    {
        var rows = contents.Records();
        foreach (var type in rows.GroupBy(row => row.Id.Type))
        {
            await using var output = new StreamWriter(Path.Combine(folder, ExportNames.Records, type.Key + ".jsonl"), append: false, new UTF8Encoding(false)) { NewLine = "\n" };
            foreach (var row in type)
            {
                await output.WriteLineAsync(await RecordLineAsync(row, cancellationToken));
            }
        }

        return rows.Count;
    }

    private async Task<string> RecordLineAsync(RecordRow row, CancellationToken cancellationToken)
    {
        var stream = StreamId.Of(row.Id);
        var key = await journal.FindKeyAsync(stream, cancellationToken);
        var fields = FieldsOf(Folded(stream, await journal.ReadStreamAsync(stream, cancellationToken), row.Version));
        var sealedFields = string.Empty;
        if (key is not null)
        {
            // In one order: a dictionary's own differs from process to process, and an export must not.
            var ordered = new SortedDictionary<string, RecordField>(fields.ToDictionary(), StringComparer.Ordinal);
            var values = JsonSerializer.SerializeToUtf8Bytes(new RecordWritten.Values(ordered), EventJson.Default.RecordWrittenValues);
            sealedFields = $",\"sealed\":\"{Convert.ToBase64String(Vault.SealAlike(key, values, CommitWriter.AssociatedData(stream, row.Version)))}\"";
        }

        return $"{{\"record\":\"{row.Id}\"{sealedFields},\"version\":{row.Version}}}";
    }

    private static Aggregate Folded(StreamId stream, IEnumerable<Commit> commits, long version) =>
        commits.Where(commit => commit.Version <= version).Aggregate(Aggregates.Empty(stream), (state, commit) => state.Apply(commit));

    /// <summary>The policy is a Record too, of one value.</summary>
    private static IReadOnlyDictionary<string, RecordField> FieldsOf(Aggregate record) => record switch
    {
        RecordState state => state.Fields,
        PolicyState { Current.Text: { } text } => new Dictionary<string, RecordField> { ["text"] = new(text, Provenance.Operator) },
        _ => new Dictionary<string, RecordField>(),
    };

    private static Task WriteManifestAsync(string folder, SortedDictionary<string, long> counts, CancellationToken cancellationToken)
    {
        var members = string.Join(',', counts.Select(count => $"\"{count.Key}\":{count.Value}"));
        var events = string.Join(',', EventType.All.OrderBy(type => type.Name, StringComparer.Ordinal).Select(type => $"\"{type.Name}\":{type.Version}"));
        return File.WriteAllTextAsync(
            Path.Combine(folder, ExportNames.Manifest),
            $"{{\"counts\":{{{members}}},\"events\":{{{events}}},\"format\":{ExportNames.Format}}}\n",
            cancellationToken);
    }
}
