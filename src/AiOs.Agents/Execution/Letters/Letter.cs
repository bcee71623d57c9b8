using System.Text;

namespace AiOs.Agents.Execution.Letters;

/// <summary>Puts the body of a mail together: greeting, paragraphs, closing, name.</summary>
internal static class Letter
{
    private const int MaxName = 40;

    public static string Write(DraftDesk desk, params IEnumerable<string> paragraphs)
    {
        var name = FirstLine(desk.RecipientName);
        var text = new StringBuilder(name is null ? desk.Words.PlainGreeting : Wording.Fill(desk.Words.Greeting, name));
        foreach (var paragraph in paragraphs.Where(paragraph => paragraph.Length > 0))
        {
            text.Append("\n\n").Append(paragraph);
        }

        text.Append("\n\n").Append(desk.Words.Closing);
        if (FirstLine(desk.Brief.OperatorName) is { } signed)
        {
            text.Append('\n').Append(signed);
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
