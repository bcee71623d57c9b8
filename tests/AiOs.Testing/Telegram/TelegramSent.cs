namespace AiOs.Testing.Telegram;

/// <summary>A message as a person sees it in a chat.</summary>
/// <param name="Id">Its number in the chat.</param>
/// <param name="FromBot">Whether the bot wrote it.</param>
/// <param name="Text">Its text without markup, or the caption.</param>
/// <param name="Buttons">Label and data of each button.</param>
/// <param name="Topic">The topic it stands in.</param>
/// <param name="Edits">How often it was changed.</param>
public sealed record TelegramSent(int Id, bool FromBot, string Text, IReadOnlyList<(string Label, string Data)> Buttons, int? Topic, int Edits);
