namespace AiOs.Simulation.Worlds;

/// <summary>What came of one run.</summary>
/// <param name="Violation">The first promise that was broken, if any.</param>
/// <param name="JournalHash">The hash at the journal's end: the same seed gives the same.</param>
/// <param name="Tally">What happened.</param>
/// <param name="Steps">How many steps were taken.</param>
internal sealed record RunResult(Violation? Violation, string JournalHash, Tally Tally, long Steps);
