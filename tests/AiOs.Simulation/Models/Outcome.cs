namespace AiOs.Simulation.Models;

/// <summary>How an effect stands in the journal.</summary>
internal enum Outcome
{
    Done,
    Failed,
    Unknown,
}
