using System.Globalization;

namespace AiOs.Benchmarks.Reporting;

/// <summary>One line of the table.</summary>
/// <param name="Part">Which part measured it.</param>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The figure.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Goal">What it is to reach; nothing where it stands beside a goal.</param>
/// <param name="Note">How it came about.</param>
internal sealed record ResultRow(string Part, string Name, double Value, string Unit, Goal? Goal, string Note)
{
    public string Measured => Text(Value) + Suffix;

    public string GoalText => Goal is null ? string.Empty : (Goal.AtLeast ? ">= " : "<= ") + Text(Goal.Value) + Suffix;

    public string Verdict => Goal?.Judge(Value) ?? string.Empty;

    private string Suffix => Unit.Length == 0 ? string.Empty : " " + Unit;

    private static string Text(double value) => Math.Abs(value) switch
    {
        >= 1000 => value.ToString("N0", CultureInfo.InvariantCulture),
        >= 100 => value.ToString("F0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("F1", CultureInfo.InvariantCulture),
        _ => value.ToString("0.##", CultureInfo.InvariantCulture),
    };
}
