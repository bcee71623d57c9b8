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

    /// <summary>A yes from the phone.</summary>
    Phone,

    /// <summary>A yes without typing what the card asks for, or with other words.</summary>
    Wordless,

    /// <summary>A yes with a token that was made up.</summary>
    WrongNonce,

    /// <summary>Takes back what was done.</summary>
    Undo,

    /// <summary>A yes to several cards at once.</summary>
    All,
}
