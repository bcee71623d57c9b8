namespace AiOs.Kernel.Autonomy;

/// <summary>One decision of the operator about effects of a class.</summary>
/// <param name="At">When.</param>
/// <param name="Unedited">Whether they were approved as drafted.</param>
internal sealed record AutonomyDecision(DateTimeOffset At, bool Unedited);
