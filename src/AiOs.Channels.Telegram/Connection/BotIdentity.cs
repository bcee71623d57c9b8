namespace AiOs.Channels.Telegram.Connection;

/// <summary>Who the bot is.</summary>
/// <param name="Id">Its immutable id.</param>
/// <param name="Name">Its user name, without the at-sign.</param>
internal sealed record BotIdentity(long Id, string Name);
