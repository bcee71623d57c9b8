namespace AiOs.Contracts.Charts;

/// <summary>What a picture shows.</summary>
/// <param name="Days">The days, oldest first.</param>
/// <param name="Series">What is shown of them, in order.</param>
public sealed record ChartData(IReadOnlyList<DateOnly> Days, IReadOnlyList<ChartSeries> Series);
