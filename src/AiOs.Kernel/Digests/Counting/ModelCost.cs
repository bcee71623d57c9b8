using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Kernel.Budgets;

namespace AiOs.Kernel.Digests.Counting;

/// <summary>What the models cost one agent on one day.</summary>
/// <param name="Agent">Which agent.</param>
/// <param name="Day">The day in the operator's zone on which the calls were settled.</param>
/// <param name="Billionths">How much, in billionths of the minor unit.</param>
/// <param name="Currency">Of which currency.</param>
/// <param name="Calls">How many calls.</param>
internal sealed record ModelCost(AgentName Agent, DateOnly Day, Int128 Billionths, string Currency, int Calls)
{
    /// <summary>How much, rounded up.</summary>
    public Money Cost => Amounts.OfFine(Billionths, Currency);
}
