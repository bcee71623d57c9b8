namespace AiOs.Channels.Web.Corrections;

/// <summary>What a message really is, or which correction is taken back, as it is posted.</summary>
internal sealed record CorrectionPost
{
    public string? Category { get; init; }

    public long? Number { get; init; }

    /// <summary>The page it was posted from: <c>item</c>, or the chat.</summary>
    public string? From { get; init; }
}
