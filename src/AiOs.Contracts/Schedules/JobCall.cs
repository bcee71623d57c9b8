namespace AiOs.Contracts.Schedules;

/// <summary>What a job is run for.</summary>
/// <param name="Key">The same for every attempt at the same firing, and for no other.</param>
/// <param name="DueAt">The moment it was due, UTC.</param>
/// <param name="Missed">How many earlier moments it stands for as well.</param>
public sealed record JobCall(string Key, DateTimeOffset DueAt, int Missed);
