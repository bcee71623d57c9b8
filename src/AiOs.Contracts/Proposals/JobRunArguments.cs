namespace AiOs.Contracts.Proposals;

/// <summary>The arguments of <c>job.run</c>.</summary>
/// <param name="Job">The job's name.</param>
/// <param name="DueAt">The moment it was due, UTC.</param>
/// <param name="Missed">How many earlier moments it stands for as well.</param>
public sealed record JobRunArguments(string Job, DateTimeOffset DueAt, int Missed);
