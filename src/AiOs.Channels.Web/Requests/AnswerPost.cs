namespace AiOs.Channels.Web.Requests;

/// <summary>An answer as it is posted, by form or as JSON.</summary>
internal sealed record AnswerPost
{
    public string? Text { get; init; }

    /// <summary>The page it was posted from: <c>item</c>, or the chat.</summary>
    public string? From { get; init; }
}
