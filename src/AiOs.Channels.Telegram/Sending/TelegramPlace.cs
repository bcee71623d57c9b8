using System.Globalization;

namespace AiOs.Channels.Telegram.Sending;

/// <summary>A conversation: a chat, or a topic in it. Written <c>CHAT</c> or <c>CHAT/TOPIC</c>.</summary>
/// <param name="Chat">The chat's id.</param>
/// <param name="Topic">The topic, where there is one.</param>
internal readonly record struct TelegramPlace(long Chat, int? Topic)
{
    public static TelegramPlace? Read(string text)
    {
        var parts = text.Split('/');
        return parts.Length <= 2
            && long.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var chat) && chat != 0
            && (parts.Length == 1 || int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            ? new TelegramPlace(chat, parts.Length == 1 ? null : int.Parse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture))
            : null;
    }

    public override string ToString() => Topic is { } topic
        ? string.Create(CultureInfo.InvariantCulture, $"{Chat}/{topic}")
        : Chat.ToString(CultureInfo.InvariantCulture);
}
