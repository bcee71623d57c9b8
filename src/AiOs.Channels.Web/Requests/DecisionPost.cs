namespace AiOs.Channels.Web.Requests;

/// <summary>A decision as it is posted, by form or as JSON.</summary>
internal sealed record DecisionPost
{
    public string? Decision { get; init; }

    public string? Digest { get; init; }

    /// <summary>The single-use token of the card.</summary>
    public string? Nonce { get; init; }

    /// <summary>What was typed to confirm.</summary>
    public string? Confirm { get; init; }

    public string? Text { get; init; }

    /// <summary>The page it was posted from: <c>item</c>, or the chat.</summary>
    public string? From { get; init; }
}
