namespace AiOs.Contracts.Records.Owners;

/// <summary>What became of a report.</summary>
/// <param name="Taken">Whether a new version was written; false where it said nothing new or nothing that may be taken.</param>
/// <param name="Differences">What it says and the Record does not take over, one sentence each: drift, for the operator to see.</param>
public sealed record ReportOutcome(bool Taken, IReadOnlyList<string> Differences)
{
    /// <summary>
    /// The same differences where a value could take the other's place: what may not stand in a Record at all is a sentence only. The same however
    /// often the report is taken, as long as it is so.
    /// </summary>
    public IReadOnlyList<Drift> Drifts { get; init; } = [];
}
