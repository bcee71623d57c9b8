using System.Text;

namespace AiOs.Agents.Drafting.Letters;

/// <summary>Puts the body of a mail together: greeting, paragraphs, closing, name.</summary>
internal static class Letter
{
    private const int MaxName = 40;

    public static string Write(DraftDesk desk, params IEnumerable<string> paragraphs) =>
        Write(desk.Words, desk.RecipientName, desk.Brief.OperatorName, paragraphs);

    /// <summary>Writes a letter to somebody who need not have written first.</summary>
    /// <param name="words">In which language.</param>
    /// <param name="recipient">Whom it greets, where that is known.</param>
    /// <param name="signed">Whose name stands below it.</param>
    /// <param name="paragraphs">What it says.</param>
    /// <returns>The body.</returns>
    public static string Write(Wording words, string? recipient, string? signed, params IEnumerable<string> paragraphs)
    {
        var name = FirstLine(recipient);
        var text = new StringBuilder(name is null ? words.PlainGreeting : Wording.Fill(words.Greeting, name));
        foreach (var paragraph in paragraphs.Where(paragraph => paragraph.Length > 0))
        {
            text.Append("\n\n").Append(paragraph);
        }

        text.Append("\n\n").Append(words.Closing);
        if (FirstLine(signed) is { } foot)
        {
            text.Append('\n').Append(foot);
        }

        return text.Append('\n').ToString();
    }

    /// <summary>A name of letters only; a display name that holds anything else greets nobody.</summary>
    private static string? FirstLine(string? name)
    {
        var trimmed = name?.Trim(' ', '"', '\'');
        if (string.IsNullOrEmpty(trimmed) || trimmed.Length > MaxName)
        {
            return null;
        }

        foreach (var c in trimmed)
        {
            if (!char.IsLetter(c) && c is not (' ' or '-' or '\'' or '’' or '.' or ','))
            {
                return null;
            }
        }

        var comma = trimmed.IndexOf(',', StringComparison.Ordinal);
        return comma > 0 ? $"{trimmed[(comma + 1)..].Trim()} {trimmed[..comma].Trim()}".Trim() : trimmed;
    }
}
