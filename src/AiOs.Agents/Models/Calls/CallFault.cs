namespace AiOs.Agents.Models.Calls;

/// <summary>Why a call gave no answer.</summary>
internal enum CallFault
{
    /// <summary>429: it has too much to do.</summary>
    Busy,

    /// <summary>408 or 5xx: it failed before it answered.</summary>
    Broken,

    /// <summary>Nobody listens there.</summary>
    Unreachable,

    /// <summary>400 or 422: it does not take the question in this form.</summary>
    Refused,

    /// <summary>Any other refusal: the key or the name is wrong.</summary>
    NoAccess,

    /// <summary>No answer in time, or one that stopped growing.</summary>
    TimedOut,

    /// <summary>The answer broke off, or is none in OpenAI's protocol.</summary>
    CutOff,

    /// <summary>The answer is longer than was asked for.</summary>
    TooLong,
}
