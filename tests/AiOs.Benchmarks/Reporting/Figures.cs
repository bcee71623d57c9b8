using System.Diagnostics;

namespace AiOs.Benchmarks.Reporting;

/// <summary>Medians and percentiles.</summary>
internal static class Figures
{
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The smallest value that so many percent of all are not above (nearest rank).</summary>
    public static double Percentile(IReadOnlyCollection<long> ticks, double percent)
    {
        var sorted = ticks.Order().ToArray();
        var rank = (int)Math.Ceiling(percent / 100 * sorted.Length);
        return sorted[Math.Clamp(rank, 1, sorted.Length) - 1] * 1e3 / Stopwatch.Frequency;
    }
}
