using AiOs.Channels.Telegram.Connection;

namespace AiOs.Channels.Telegram.Sending;

/// <summary>What one call came to.</summary>
/// <param name="Message">The message it made or changed; 0 where it failed.</param>
/// <param name="Fault">What it failed with; nothing where it did not.</param>
/// <param name="Place">Where it was made in the end: groups move.</param>
internal sealed record Attempt(int Message, ApiFault? Fault, TelegramPlace Place);
