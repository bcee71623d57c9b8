namespace AiOs.Contracts.Schedules.Words;

/// <summary>What somebody said is to be done at set times.</summary>
/// <param name="When">The words that say when, letter by letter.</param>
/// <param name="Cron">What they mean: an expression of <see cref="ICron"/>.</param>
/// <param name="Name">A short name of the times: <c>mon-0900</c>.</param>
/// <param name="What">The words that say what is to be done, letter by letter.</param>
public sealed record SpokenSchedule(string When, string Cron, string Name, string What);
