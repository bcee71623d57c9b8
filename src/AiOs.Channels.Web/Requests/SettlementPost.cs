namespace AiOs.Channels.Web.Requests;

/// <summary>What the operator knows of a lost attempt, as it is posted, by form or as JSON.</summary>
internal sealed record SettlementPost
{
    public string? Effect { get; init; }

    public string? Settlement { get; init; }

    /// <summary>The page it was posted from: <c>item</c>, or the chat.</summary>
    public string? From { get; init; }
}
