using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;

namespace AiOs.Kernel.Budgets;

/// <summary>What was set aside for one call of a model.</summary>
/// <param name="Agent">Who calls.</param>
/// <param name="Amount">The most that it can cost, rounded up to whole minor units.</param>
/// <param name="Deadline">From when on all of it counts as spent.</param>
/// <param name="Day">On which day; it counts in that day and month.</param>
internal sealed record OpenCall(AgentName Agent, Money Amount, DateTimeOffset Deadline, DateOnly Day)
{
    /// <summary>The same in billionths of the minor unit; nothing where it is whole minor units.</summary>
    public long? Exact { get; init; }

    /// <summary>What counts, in billionths of the minor unit.</summary>
    internal Int128 Fine() => Exact ?? Amounts.Fine(Amount.Minor);
}
