namespace AiOs.Channels.Telegram.Receiving;

/// <summary>Whether a message is meant for the bot, and what it says without the bot's own name. In groups people talk to each other too.</summary>
internal static class GroupWords
{
    /// <summary>Reads a text.</summary>
    /// <param name="text">What was typed, or nothing.</param>
    /// <param name="isPrivate">Whether nobody else is there.</param>
    /// <param name="answersBot">Whether it is a reply to a message of the bot.</param>
    /// <param name="botName">The bot's user name without the at-sign.</param>
    /// <returns>Whether it is meant for the bot, and the text.</returns>
    public static (bool IsForBot, string? Text) Read(string? text, bool isPrivate, bool answersBot, string botName)
    {
        if (string.IsNullOrEmpty(text))
        {
            return (isPrivate || answersBot, null);
        }

        if (text.Length > 1 && text[0] == '/' && char.IsAsciiLetter(text[1]))
        {
            return Command(text, isPrivate, botName);
        }

        var (rest, isNamed) = isPrivate ? (text, false) : WithoutName(text, "@" + botName);
        return (isPrivate || answersBot || isNamed, rest.Length == 0 ? null : rest);
    }

    /// <summary>A command may name the bot it is for: <c>/today@name</c>.</summary>
    private static (bool IsForBot, string? Text) Command(string text, bool isPrivate, string botName)
    {
        var end = text.AsSpan().IndexOfAny(" \t\r\n") is var blank and >= 0 ? blank : text.Length;
        var at = text.AsSpan(0, end).IndexOf('@');
        return at < 0 ? (true, text)
            : text.AsSpan(at + 1, end - at - 1).Equals(botName, StringComparison.OrdinalIgnoreCase) ? (true, string.Concat(text.AsSpan(0, at), text.AsSpan(end)))
            : (isPrivate, text);
    }

    private static (string Text, bool IsNamed) WithoutName(string text, string name)
    {
        var isNamed = false;
        for (var from = 0; from < text.Length && text.IndexOf(name, from, StringComparison.OrdinalIgnoreCase) is var at and >= 0;)
        {
            var end = at + name.Length;
            if (name.Length == 1 || IsWord(text, at - 1) || IsWord(text, end))
            {
                from = end;
                continue;
            }

            var (before, after) = (text[..at].TrimEnd(' '), text[end..].TrimStart(' ', ',', ':'));
            text = before.Length == 0 || after.Length == 0 ? before + after : before + " " + after;
            (isNamed, from) = (true, before.Length);
        }

        return (isNamed ? text.Trim() : text, isNamed);
    }

    private static bool IsWord(string text, int at) => at >= 0 && at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_');
}
