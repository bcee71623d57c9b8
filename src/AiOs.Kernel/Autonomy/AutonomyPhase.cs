namespace AiOs.Kernel.Autonomy;

/// <summary>Where a class stands.</summary>
internal enum AutonomyPhase
{
    /// <summary>The operator is asked, and the answers are counted.</summary>
    Earning,

    /// <summary>An offer waits for the operator.</summary>
    Offered,

    /// <summary>Effects run unasked.</summary>
    Granted,

    /// <summary>It was granted, but went unused for too long.</summary>
    Decayed,

    /// <summary>Something spoke against it, and nothing was approved since.</summary>
    Fallen,
}
