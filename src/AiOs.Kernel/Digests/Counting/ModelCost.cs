using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;

namespace AiOs.Kernel.Digests.Counting;

/// <summary>What the models cost one agent on one day.</summary>
/// <param name="Agent">Which agent.</param>
/// <param name="Day">The day in the operator's zone on which the calls were settled.</param>
/// <param name="Cost">How much.</param>
/// <param name="Calls">How many calls.</param>
internal sealed record ModelCost(AgentName Agent, DateOnly Day, Money Cost, int Calls);
