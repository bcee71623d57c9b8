namespace AiOs.Channels.Telegram.Rendering;

/// <summary>A stretch of one line.</summary>
/// <param name="Style">How it looks.</param>
/// <param name="Text">The text, not escaped.</param>
internal readonly record struct TelegramSpan(TelegramStyle Style, string Text);
