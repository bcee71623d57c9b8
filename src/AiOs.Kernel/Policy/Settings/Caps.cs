using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Kernel.Budgets;

namespace AiOs.Kernel.Policy.Settings;

/// <summary>All caps of a policy, as data. A look-up without an answer means that there is no such cap.</summary>
/// <param name="All">At most one per scope, name and period.</param>
internal sealed record Caps(IReadOnlyList<Cap> All)
{
    public static Caps None { get; } = new([]);

    /// <summary>For one spend category, or for all together when no category is given.</summary>
    public Money? CapOf(string? spend, CapPeriod period) => Find(CapScope.Spending, spend, period);

    /// <summary>For the models together.</summary>
    public Money? ModelCap(CapPeriod period) => Find(CapScope.Model, null, period);

    /// <summary>For the models as one agent uses them.</summary>
    public Money? ModelCapOf(AgentName agent, CapPeriod period) => Find(CapScope.Model, agent.Value, period);

    public Caps With(Cap cap) => new([.. Without(cap.Scope, cap.Name, cap.Period).All, cap]);

    public Caps Without(CapScope scope, string? name, CapPeriod period) => new([.. All.Where(cap => !cap.IsFor(scope, name, period))]);

    private Money? Find(CapScope scope, string? name, CapPeriod period) =>
        All.FirstOrDefault(cap => cap.IsFor(scope, name, period))?.Limit;
}
