namespace AiOs.Channels.Teams.Connector;

/// <summary>What an answer of the connector asks us to do.</summary>
internal abstract record NextMove
{
    private NextMove()
    {
    }

    /// <summary>It is done.</summary>
    /// <param name="Id">The id of what was made, where it was told.</param>
    public sealed record Done(string? Id) : NextMove;

    /// <summary>Nothing happened, or the same may happen twice: once more after a while.</summary>
    /// <param name="Wait">How long.</param>
    public sealed record Again(TimeSpan Wait) : NextMove;

    /// <summary>The token was not taken: once more with a new one.</summary>
    public sealed record NewToken : NextMove;

    /// <summary>Nobody can tell whether it happened, and it must not happen twice.</summary>
    public sealed record Unknown : NextMove;

    /// <summary>The message is gone.</summary>
    public sealed record MessageGone : NextMove;

    /// <summary>The conversation is closed to us.</summary>
    /// <param name="MayOpen">Whether it is only not known, so that one with the same person can be opened.</param>
    public sealed record PlaceGone(bool MayOpen) : NextMove;

    /// <summary>It will never be taken.</summary>
    /// <param name="Sentence">Why.</param>
    public sealed record Refused(string Sentence) : NextMove;

    /// <summary>Nothing happened; later it may.</summary>
    public sealed record GiveUp : NextMove;
}
