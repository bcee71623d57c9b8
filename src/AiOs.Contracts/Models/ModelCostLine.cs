using AiOs.Contracts.Intake;

namespace AiOs.Contracts.Models;

/// <summary>What models cost for one agent, client or work item.</summary>
/// <param name="Of">Which, for people.</param>
/// <param name="Cost">How much, exactly; rounded up where it is shown in whole minor units.</param>
/// <param name="Calls">How many calls.</param>
/// <param name="Tokens">The tokens of questions and answers that the server counted.</param>
public sealed record ModelCostLine(string Of, ExactMoney Cost, long Calls, long Tokens);
