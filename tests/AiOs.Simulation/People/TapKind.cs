namespace AiOs.Simulation.People;

/// <summary>What an operator does with what is on the desk.</summary>
internal enum TapKind
{
    Approve,
    Reject,
    Change,
    Answer,
    Settle,
    Twice,
    Contradict,
    Stale,
    WrongDigest,
}
