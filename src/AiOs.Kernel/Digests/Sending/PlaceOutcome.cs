namespace AiOs.Kernel.Digests.Sending;

/// <summary>How a digest stands in one place.</summary>
internal enum PlaceOutcome
{
    /// <summary>It stands there.</summary>
    Sent,

    /// <summary>Nobody can tell; it is not sent there again.</summary>
    Unknown,

    /// <summary>It certainly was not sent, and may be sent again.</summary>
    Late,

    /// <summary>The channel will never take it.</summary>
    Refused,

    /// <summary>The place is closed to us.</summary>
    Gone,
}
