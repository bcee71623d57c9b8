namespace AiOs.Contracts.Chat;

/// <summary>What came of sending or rewriting. What certainly did not happen and is worth another try throws a transient <see cref="AiOsException"/> instead.</summary>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>It stands there.</summary>
    /// <param name="Messages">Where.</param>
    public sealed record Sent(ShownMessages Messages) : SendOutcome
    {
        /// <summary>Whether all of it stands there. What was too long to be shown whole cannot be approved by words either.</summary>
        public bool IsWhole { get; init; } = true;
    }

    /// <summary>Nobody can tell whether it stands there; it is not sent again.</summary>
    public sealed record Unknown : SendOutcome;

    /// <summary>The message that was to be rewritten is gone, or too old to be changed.</summary>
    public sealed record MessageGone : SendOutcome;

    /// <summary>The conversation is closed to us: blocked, left or deleted.</summary>
    public sealed record PlaceGone : SendOutcome;

    /// <summary>The channel will never take it.</summary>
    /// <param name="Sentence">Why, without anything personal.</param>
    public sealed record Refused(string Sentence) : SendOutcome;
}
