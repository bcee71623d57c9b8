using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;

namespace AiOs.Kernel.Tests.Budgets;

/// <summary>Somebody wants to spend.</summary>
/// <param name="Effect">The effect, where it is business money.</param>
/// <param name="Spend">What for.</param>
/// <param name="Agent">Who calls a model, where it is model money.</param>
/// <param name="Cost">How much.</param>
/// <param name="Local">When.</param>
internal sealed record Wish(EffectId Effect, string? Spend, AgentName? Agent, Money Cost, DateTimeOffset Local)
{
    /// <summary>How much exactly, where it is model money.</summary>
    public ExactMoney Most { get; init; } = ExactMoney.Of(Cost);
}
