namespace AiOs.Contracts.Records.Owners;

/// <summary>
/// Takes what connectors read outside into Records. A field that the connector owns counts as confirmed. A field that any agent may write is kept as
/// External, and never in the place of a value that is confirmed. A field of another owner is not touched; that it differs is said.
/// </summary>
public interface IRecordReports
{
    /// <summary>Takes one report. Returns after it is durable.</summary>
    /// <param name="report">The report.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>What became of it.</returns>
    Task<ReportOutcome> TakeAsync(RecordReport report, CancellationToken cancellationToken);
}
