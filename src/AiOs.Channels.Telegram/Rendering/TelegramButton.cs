namespace AiOs.Channels.Telegram.Rendering;

/// <summary>One button under a message.</summary>
/// <param name="Label">What stands on it.</param>
/// <param name="Data">The opaque token it sends back; at most 64 bytes.</param>
internal sealed record TelegramButton(string Label, string Data);
