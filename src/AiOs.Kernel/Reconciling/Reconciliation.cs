using AiOs.Contracts;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Records.Owners;
using Microsoft.Extensions.Logging;

namespace AiOs.Kernel.Reconciling;

/// <summary>
/// Reads every outside system, takes what it says into Records, and asks the operator about what differs; then asks about effects of unknown outcome.
/// A system that cannot be read keeps none of the others from being read. May be broken off anywhere and run again.
/// </summary>
internal sealed partial class Reconciliation(
    IEnumerable<IOutsideState> systems, IRecordReports reports, ICursors cursors, DriftDesk desk, UnknownOutcomes unknown, ILogger<Reconciliation> logger)
{
    private const string Cursor = "reconciliation/";

    public async Task<Reconciled> RunAsync(CancellationToken cancellationToken)
    {
        var all = systems.ToArray();
        var faults = new List<(string, string)>();
        var records = new HashSet<RecordId>();
        var drifts = new HashSet<(string, RecordId, string)>();
        var asked = 0;
        foreach (var system in all)
        {
            try
            {
                asked += await ReadAsync(system, records, drifts, cancellationToken);
            }
            catch (Exception fault) when (fault is not (OutOfMemoryException or OperationCanceledException) || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                LogFailed(logger, fault, system.Name);
                faults.Add((system.Name, fault is AiOsException ? fault.Message : $"{system.Name} could not be read."));
            }
        }

        var (looked, settled) = await unknown.SettleAsync(cancellationToken);
        return new Reconciled
        {
            Systems = all.Length,
            Faults = faults,
            Records = records.Count,
            Drifts = drifts.Count,
            Asked = asked,
            Open = await desk.CountOpenAsync(cancellationToken),
            Looked = looked,
            Settled = settled,
        };
    }

    /// <summary>The cursor moves after all that it covers is durable, so a page that was broken off is read again, which takes and asks nothing twice.</summary>
    private async Task<int> ReadAsync(IOutsideState system, HashSet<RecordId> records, HashSet<(string, RecordId, string)> drifts, CancellationToken cancellationToken)
    {
        var asked = 0;
        while (true)
        {
            var from = await cursors.FindAsync(Cursor + system.Name, cancellationToken);
            var reading = await system.ReadAsync(from, cancellationToken);
            foreach (var report in reading.Reports)
            {
                records.Add(report.Record);
                foreach (var drift in (await reports.TakeAsync(report, cancellationToken)).Drifts)
                {
                    drifts.Add((drift.Connector, drift.Record, drift.Field));
                    asked += await desk.OpenAsync(drift, report.People, cancellationToken) ? 1 : 0;
                }
            }

            var moves = reading.Cursor is { } to && to != from;
            if (moves && !await cursors.TryMoveAsync(Cursor + system.Name, from, reading.Cursor!, cancellationToken))
            {
                throw new AiOsException($"{system.Name} is being read by another host at the same time; it is read again the next time.") { IsTransient = true };
            }

            // Whoever says that there is more and does not move on would be read for ever.
            if (!reading.More || !moves)
            {
                return asked;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outside system {System} could not be read; the others are.")]
    private static partial void LogFailed(ILogger logger, Exception fault, string system);
}
