using System.Globalization;

namespace AiOs.Benchmarks.Reporting;

/// <summary>What a figure is to reach.</summary>
/// <param name="Value">The figure.</param>
/// <param name="AtLeast">Whether more is better.</param>
internal sealed record Goal(double Value, bool AtLeast)
{
    public static Goal Least(double value) => new(value, AtLeast: true);

    public static Goal Most(double value) => new(value, AtLeast: false);

    public bool IsMet(double measured) => AtLeast ? measured >= Value : measured <= Value;

    /// <summary>Met, or by how much missed.</summary>
    public string Judge(double measured)
    {
        if (IsMet(measured))
        {
            return "met";
        }

        var off = Math.Abs(measured - Value) / Value * 100;
        return string.Create(CultureInfo.InvariantCulture, $"MISSED by {off:F0} % of the goal");
    }
}
