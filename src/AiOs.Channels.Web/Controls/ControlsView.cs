using AiOs.Contracts.Desk;

namespace AiOs.Channels.Web.Controls;

/// <summary>What the page of controls shows.</summary>
/// <param name="Budget">How far the caps are used.</param>
/// <param name="Autonomy">The classes of autonomy.</param>
/// <param name="Policy">The policy in force.</param>
/// <param name="FrozenBecause">Why nothing may run, if that is so.</param>
/// <param name="Outcome">What came of the last tap here.</param>
internal sealed record ControlsView(BudgetView Budget, IReadOnlyList<AutonomyView> Autonomy, PolicyView Policy, string? FrozenBecause, ControlOutcome? Outcome);
