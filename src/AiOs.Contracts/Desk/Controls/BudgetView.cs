using AiOs.Contracts.Intake;

namespace AiOs.Contracts.Desk;

/// <summary>How far the caps are used.</summary>
/// <param name="Caps">Each cap.</param>
/// <param name="Interruptions">How many questions interrupted today.</param>
/// <param name="InterruptionsPerDay">How many may.</param>
public sealed record BudgetView(IReadOnlyList<BudgetView.Line> Caps, int Interruptions, int InterruptionsPerDay)
{
    /// <summary>One cap.</summary>
    /// <param name="Name">Its name, such as <c>spending/ads/month</c>.</param>
    /// <param name="Most">The most.</param>
    /// <param name="Used">What is spent or set aside.</param>
    /// <param name="IsOver">Whether more is used than the cap allows: a late result can do that.</param>
    public sealed record Line(string Name, Money Most, Money Used, bool IsOver);
}
