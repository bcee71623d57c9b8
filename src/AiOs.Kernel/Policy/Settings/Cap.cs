using AiOs.Contracts.Intake;
using AiOs.Kernel.Budgets;

namespace AiOs.Kernel.Policy.Settings;

/// <summary>The most that may go out in one period.</summary>
/// <param name="Scope">Which money.</param>
/// <param name="Name">A spend category or an agent; nothing for all of them together.</param>
/// <param name="Period">Over which time.</param>
/// <param name="Limit">The most, in the workspace's currency.</param>
internal sealed record Cap(CapScope Scope, string? Name, CapPeriod Period, Money Limit)
{
    public bool IsFor(CapScope scope, string? name, CapPeriod period) =>
        Scope == scope && Period == period && string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);
}
