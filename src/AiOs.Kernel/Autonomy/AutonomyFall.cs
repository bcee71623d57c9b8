namespace AiOs.Kernel.Autonomy;

/// <summary>The last thing that spoke against a class.</summary>
/// <param name="At">When.</param>
/// <param name="Why">A short stable word: <c>rejected</c>, <c>changed</c>, <c>failed</c>, <c>did-not-happen</c>, <c>undone</c>, <c>revoked</c> or <c>declined</c>.</param>
internal sealed record AutonomyFall(DateTimeOffset At, string Why);
