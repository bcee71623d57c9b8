namespace AiOs.Kernel.Digests.Standing;

/// <summary>A schedule that comes next.</summary>
/// <param name="Name">Its name.</param>
/// <param name="At">When, UTC.</param>
internal sealed record NextDue(string Name, DateTimeOffset At);
