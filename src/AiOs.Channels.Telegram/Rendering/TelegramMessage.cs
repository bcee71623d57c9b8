using Telegram.Bot.Types.ReplyMarkups;

namespace AiOs.Channels.Telegram.Rendering;

/// <summary>One message to send with parse mode HTML and link previews off.</summary>
/// <param name="Html">Its text.</param>
/// <param name="Rows">Its buttons, row by row.</param>
internal sealed record TelegramMessage(string Html, IReadOnlyList<IReadOnlyList<TelegramButton>> Rows)
{
    /// <summary>Whether the client opens the field for a reply. Such a message cannot be changed later.</summary>
    public bool WantsReply { get; init; }

    /// <summary>The buttons as the client wants them; nothing where there are none, which takes them off an edited message.</summary>
    public InlineKeyboardMarkup? Keyboard => Rows.Count == 0
        ? null
        : new InlineKeyboardMarkup(Rows.Select(static row => row.Select(static one => InlineKeyboardButton.WithCallbackData(one.Label, one.Data))));

    /// <summary>What goes with it when it is sent.</summary>
    public ReplyMarkup? Markup => WantsReply ? new ForceReplyMarkup { InputFieldPlaceholder = "Your answer", Selective = true } : Keyboard;
}
