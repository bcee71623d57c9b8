using AiOs.Kernel.Policy.Judging;

namespace AiOs.Kernel.Policy.Conditions;

/// <summary>The day of the week on the operator's calendar.</summary>
internal sealed record DaysCondition(IReadOnlyList<DayOfWeek> Days) : Condition("days", "day", 1)
{
    public override string Wanted => Phrases.Or([.. Days.Select(day => day.ToString())]);

    public override bool Holds(PolicyCase effect) => Days.Contains(effect.Local.DayOfWeek);

    public override string Actual(PolicyCase effect) => effect.Local.DayOfWeek.ToString();
}
