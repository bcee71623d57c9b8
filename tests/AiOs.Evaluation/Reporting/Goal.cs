namespace AiOs.Evaluation.Reporting;

/// <summary>What a figure is to reach.</summary>
/// <param name="Value">The figure.</param>
/// <param name="AtLeast">Whether more is better.</param>
internal sealed record Goal(double Value, bool AtLeast)
{
    public static Goal Least(double value) => new(value, AtLeast: true);

    public static Goal Most(double value) => new(value, AtLeast: false);

    public bool IsMet(double measured) => AtLeast ? measured >= Value : measured <= Value;
}
