namespace AiOs.Simulation.Models;

/// <summary>How an effect stands in the journal.</summary>
internal enum Outcome
{
    Done,
    Failed,

    /// <summary>It did not happen and is tried again.</summary>
    Postponed,
    Unknown,
}
