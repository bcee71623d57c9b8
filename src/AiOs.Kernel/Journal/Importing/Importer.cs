using AiOs.Contracts;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Restoring;
using AiOs.Kernel.Forgetting;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal.Exporting;
using AiOs.Kernel.Journal.Heads;
using AiOs.Kernel.Journal.Sealing;
using AiOs.Kernel.Timing;

namespace AiOs.Kernel.Journal.Importing;

/// <summary>
/// Fills an empty store from an export. The mark outside the journal comes first, so that a store that is filled half is never opened;
/// begun again, it goes on where the store ends.
/// </summary>
internal sealed class Importer(
    IJournalStore store, IBlobStore blobs, ImportCheck check, HeadCheck heads, IRestoreMarks marks, ErasureList erasures, Vault vault, WorkspaceSettings settings, IEntropy entropy, TimeProvider time, IBoundary boundary)
{
    private const int BatchSize = 256;

    /// <summary>Imports a whole copy.</summary>
    /// <param name="folder">The copy.</param>
    /// <param name="aside">Where an earlier store was put; nothing where there was none.</param>
    /// <param name="cancellationToken">Gives up; begun again, it goes on.</param>
    /// <returns>The mark that stands until the operator says go.</returns>
    public async Task<RestoreMark> ImportAsync(string folder, string? aside, CancellationToken cancellationToken)
    {
        var copy = await check.HeadOfAsync(folder, cancellationToken);
        var erased = erasures.All();
        var mark = await BeginAsync(copy, aside, cancellationToken);
        await FillAsync(folder, new ImportEntries(folder, vault, settings.TimeZone, erased), cancellationToken);
        var head = await store.HeadAsync(cancellationToken);
        if (head.Position != copy.Position || head.Hash != copy.Hash)
        {
            throw new AiOsException($"The store ends at position {head.Position} after the import, and the copy at {copy.Position} with another hash; empty the store and import again.");
        }

        mark = mark with { Complete = true };
        marks.Write(mark);
        return mark;
    }

    private async Task<RestoreMark> BeginAsync(SignedHead copy, string? aside, CancellationToken cancellationToken)
    {
        var head = await store.HeadAsync(cancellationToken);
        if (marks.Read() is { Complete: false } begun)
        {
            return begun.Hash == copy.Hash
                ? begun with { Aside = begun.Aside ?? aside }
                : throw new AiOsException($"Another import was interrupted, of a copy that ends at position {begun.Position}; run that one again to its end.");
        }

        if (head.Position > 0)
        {
            var way = store.IsExclusive ? "import goes into an empty store, and 'restore' puts an old one aside first" : "name a new database for the copy";
            throw new AiOsException($"The store is not empty: its journal ends at position {head.Position}; {way}.");
        }

        var seen = heads.ReadCopies(out _).MaxBy(one => one.Position);
        var mark = new RestoreMark { Id = NewId(), Position = copy.Position, Hash = copy.Hash, Seen = seen?.Position, SeenHash = seen?.Hash, At = time.Instant(), Aside = aside };
        marks.Write(mark);
        return mark;
    }

    private async Task FillAsync(string folder, ImportEntries entries, CancellationToken cancellationToken)
    {
        var held = await store.HeadAsync(cancellationToken);
        var batch = new List<JournalEntry>(BatchSize);
        await foreach (var (entry, named) in entries.ReadAsync(cancellationToken))
        {
            if (entry.Commit.Position == held.Position && entry.Commit.Hash != held.Hash)
            {
                throw new AiOsException($"The commit at position {held.Position} of the store is not the copy's; empty the store and import again.");
            }

            if (entry.Commit.Position <= held.Position)
            {
                continue;
            }

            await CopyAsync(folder, named, cancellationToken);
            batch.Add(entry);
            if (batch.Count == BatchSize)
            {
                await AppendAsync(batch, cancellationToken);
            }
        }

        await AppendAsync(batch, cancellationToken);
    }

    private async Task AppendAsync(List<JournalEntry> batch, CancellationToken cancellationToken)
    {
        if (batch.Count > 0)
        {
            boundary.Cross(Boundaries.BeforeCommit);
            await store.AppendAsync(new JournalBatch([.. batch]), cancellationToken);
            boundary.Cross(Boundaries.AfterCommit);
            batch.Clear();
        }
    }

    private async Task CopyAsync(string folder, IReadOnlyList<Digest> named, CancellationToken cancellationToken)
    {
        foreach (var blob in named)
        {
            var stored = await blobs.PutAsync(await File.ReadAllBytesAsync(Path.Combine(folder, ExportNames.Blobs, blob.Hex), cancellationToken), cancellationToken);
            if (stored != blob)
            {
                throw new AiOsException($"The blob {blob} of the copy was changed while it was read; take another copy.");
            }
        }
    }

    private string NewId()
    {
        Span<byte> id = stackalloc byte[16];
        entropy.Fill(id);
        return Convert.ToHexStringLower(id);
    }
}
