namespace AiOs.Contracts.Chat;

/// <summary>Where in a chat something was said, so that its card can be threaded under it.</summary>
/// <param name="Place">The conversation.</param>
/// <param name="Message">The message, as the channel calls it.</param>
public sealed record ChatOrigin(string Place, string Message)
{
    /// <summary>Who said it: an immutable id of the channel.</summary>
    public string? Sender { get; init; }
}
