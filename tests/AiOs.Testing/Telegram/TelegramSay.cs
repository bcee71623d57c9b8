namespace AiOs.Testing.Telegram;

/// <summary>Where and how a person says something.</summary>
/// <param name="Chat">The group; nothing is the private chat with the bot.</param>
/// <param name="ReplyTo">The message it answers.</param>
/// <param name="Topic">The topic in the group.</param>
/// <param name="ForwardedFrom">The name of whom the words are from, where they are passed on.</param>
/// <param name="Album">What holds several files together.</param>
public sealed record TelegramSay(long? Chat = null, int? ReplyTo = null, int? Topic = null, string? ForwardedFrom = null, string? Album = null);
