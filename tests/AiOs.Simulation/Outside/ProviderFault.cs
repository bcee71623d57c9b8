namespace AiOs.Simulation.Outside;

/// <summary>How one call to an outside system goes.</summary>
internal enum ProviderFault
{
    None,

    /// <summary>The request is lost on its way; nobody tells.</summary>
    DropBefore,

    /// <summary>It is done, and the reply is lost.</summary>
    DropAfter,

    /// <summary>The line breaks, and the outside does it hours later.</summary>
    LateApply,

    /// <summary>Nothing was sent: the outside is known to be away for a while.</summary>
    NotTried,

    /// <summary>The outside says not now and when.</summary>
    RetryAfter,

    /// <summary>The outside says no and means it.</summary>
    CertainFailure,

    /// <summary>It cannot be reached, so this call did nothing.</summary>
    NotReached,

    /// <summary>It is done, and the connector falls over what comes back.</summary>
    ThrowAfter,

    /// <summary>No reply until the deadline; it is done all the same.</summary>
    HangDone,

    /// <summary>No reply until the deadline; it is never done.</summary>
    HangLost,

    /// <summary>It is done, and says so after a while.</summary>
    Slow,

    /// <summary>It is done, and says so long after the deadline.</summary>
    TooSlow,
}
