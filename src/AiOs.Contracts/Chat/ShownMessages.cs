namespace AiOs.Contracts.Chat;

/// <summary>Where something stands in a chat.</summary>
/// <param name="Place">The conversation.</param>
/// <param name="Earlier">What had to be sent before it, in order, as the channel calls it.</param>
/// <param name="Last">The message that carries the buttons and is rewritten later, as the channel calls it.</param>
public sealed record ShownMessages(string Place, IReadOnlyList<string> Earlier, string Last);
