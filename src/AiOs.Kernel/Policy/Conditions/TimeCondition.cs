using System.Globalization;
using AiOs.Kernel.Policy.Settings;

namespace AiOs.Kernel.Policy.Conditions;

/// <summary>The time of day on the operator's clock: within or outside a part of the day.</summary>
/// <param name="Key">The key in the file: <c>time</c> or <c>quietHours</c>.</param>
/// <param name="Window">The part of the day.</param>
/// <param name="Within">Whether the case must lie inside it.</param>
internal sealed record TimeCondition(string Key, TimeWindow Window, bool Within) : Condition(Key, "time", 1)
{
    public override string Wanted => $"{(Within ? "within" : "outside")} {Window}";

    public override bool Holds(PolicyCase effect) => Window.Contains(TimeOnly.FromTimeSpan(effect.Local.TimeOfDay)) == Within;

    public override string Actual(PolicyCase effect) => effect.Local.ToString("HH:mm", CultureInfo.InvariantCulture);
}
