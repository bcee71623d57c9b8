namespace AiOs.Kernel.Autonomy;

/// <summary>What speaks for autonomy of a class.</summary>
/// <param name="Class">The class.</param>
/// <param name="Seen">How many were decided in the window.</param>
/// <param name="Unedited">How many of them were approved as drafted.</param>
/// <param name="Since">When the window began.</param>
internal sealed record AutonomyOffer(string Class, int Seen, int Unedited, DateTimeOffset Since);
