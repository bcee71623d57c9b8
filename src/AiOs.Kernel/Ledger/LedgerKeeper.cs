using System.Buffers;
using System.Text;
using System.Text.Json;
using AiOs.Contracts;
using AiOs.Contracts.Json;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Journal.Chain;

namespace AiOs.Kernel.Ledger;

/// <summary>Keeps the ledger as new as the journal: from the last snapshot, then commit by commit.</summary>
internal sealed class LedgerKeeper(IJournalStore store, TimeZoneInfo zone)
{
    /// <summary>A snapshot is written each so many commits, so that a start has few to fold.</summary>
    public const int SnapshotEvery = 512;

    private const int PageSize = 256;

    private WorkspaceLedger? _durable;

    /// <summary>The ledger as far as this process knows it to be durable.</summary>
    public WorkspaceLedger Durable => Volatile.Read(ref _durable) ?? new WorkspaceLedger();

    public TimeZoneInfo Zone => zone;

    /// <summary>A store that names a head and does not show what leads to it: one that lags, or one that was cut meanwhile.</summary>
    public static AiOsException NotShown(long position) =>
        new($"The store does not show commit {position} of the journal, though it ends later; it is asked again.") { IsTransient = true };

    /// <summary>The ledger at a position that the store holds.</summary>
    public async Task<WorkspaceLedger> AtAsync(long position, CancellationToken cancellationToken)
    {
        var ledger = _durable;
        if (ledger is null || ledger.Position > position)
        {
            ledger = await ReadSnapshotAsync(position, cancellationToken);
        }

        while (ledger.Position < position)
        {
            var count = (int)Math.Min(PageSize, position - ledger.Position);
            var page = await store.ReadAsync(ledger.Position + 1, count, cancellationToken);
            if (page.Count == 0)
            {
                throw NotShown(ledger.Position + 1);
            }

            foreach (var stored in page)
            {
                ledger = ledger.Apply(CommitReader.Read(stored, key: null), zone);
            }
        }

        Take(ledger);
        return ledger;
    }

    /// <summary>Takes what has just become durable.</summary>
    public void Take(WorkspaceLedger ledger) => Volatile.Write(ref _durable, ledger);

    /// <summary>In canonical form, so that two ledgers that are the same read the same.</summary>
    public static string TextOf(WorkspaceLedger ledger)
    {
        using var json = JsonSerializer.SerializeToDocument(ledger, LedgerJson.Default.WorkspaceLedger);
        var output = new ArrayBufferWriter<byte>(1024);
        CanonicalJson.Write(output, json.RootElement);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private async Task<WorkspaceLedger> ReadSnapshotAsync(long position, CancellationToken cancellationToken) =>
        await store.ReadLedgerAsync(cancellationToken) is { } row && row.Position <= position
            && JsonSerializer.Deserialize(row.Body, LedgerJson.Default.WorkspaceLedger) is { } read
            ? read
            : new WorkspaceLedger();
}
