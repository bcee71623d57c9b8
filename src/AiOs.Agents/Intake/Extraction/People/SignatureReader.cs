using AiOs.Agents.Intake.Extraction.Tokens;
using AiOs.Contracts.Intake;

namespace AiOs.Agents.Intake.Extraction.People;

/// <summary>Finds the name below a closing line such as <c>Best regards,</c> and the name after <c>my name is</c>.</summary>
internal static class SignatureReader
{
    private const int MaxName = 50;

    private static readonly PhraseSet Closings = new(
        "regards", "best", "best wishes", "cheers", "thanks", "thank you", "many thanks", "sincerely", "yours", "yours sincerely",
        "yours truly",
        "all the best", "warmly", "love", "mit freundlichen grüßen", "mit freundlichen grüssen", "freundliche grüße", "viele grüße",
        "beste grüße", "liebe grüße", "herzliche grüße", "mfg", "lg", "vg", "gruß", "cordialement", "bien à vous", "saludos", "un saludo");

    private static readonly PhraseSet Introductions = new("my name is", "mein name ist", "je m'appelle", "me llamo", "ich heiße");

    public static void Scan(string text, List<Found> found)
    {
        var seen = text.AsSpan(0, Math.Min(text.Length, Tokenizer.Limit));
        if (Introductions.TryFind(seen, out var at, out var length))
        {
            Add(text, at + length, LengthOfName(seen[(at + length)..], 3), found);
        }

        var closed = false;
        foreach (var range in seen.Split('\n'))
        {
            var line = seen[range].Trim();
            if (closed && line.Length > 0)
            {
                var start = range.Start.GetOffset(seen.Length) + seen[range].Length - seen[range].TrimStart().Length;
                closed = false;
                Add(text, start, line.Length <= MaxName ? WholeName(line) : 0, found);
            }

            closed = (closed && line.Length == 0) || IsClosing(line);
        }
    }

    /// <summary>A short line whose last words are a closing: <c>Many thanks and best regards,</c>.</summary>
    private static bool IsClosing(ReadOnlySpan<char> line)
    {
        var rest = line.Length < 50 ? line.TrimEnd(",.!- ") : default;
        while (Closings.TryFind(rest, out var at, out var length))
        {
            if (at + length == rest.Length)
            {
                return true;
            }

            rest = rest[(at + length)..];
        }

        return false;
    }

    private static int WholeName(ReadOnlySpan<char> line)
    {
        var name = line.TrimEnd(".,");
        var comma = name.IndexOfAny(",|(");
        name = comma > 0 ? name[..comma].TrimEnd() : name;
        return LengthOfName(name, 4) == name.Length ? name.Length : 0;
    }

    /// <summary>How far words with a capital go on; 0 where there are none.</summary>
    private static int LengthOfName(ReadOnlySpan<char> text, int maxWords)
    {
        var (end, i, words) = (0, 0, 0);
        while (i < text.Length && text[i] == ' ')
        {
            i++;
        }

        while (i < text.Length && words < maxWords && char.IsUpper(text[i]))
        {
            while (i < text.Length && (char.IsLetter(text[i]) || text[i] is '-' or '\'' or '’'))
            {
                i++;
            }

            i += i < text.Length && text[i] == '.' && i - end <= 4 && i + 1 < text.Length ? 1 : 0;
            (end, words) = (i, words + 1);
            i += i < text.Length && text[i] == ' ' ? 1 : 0;
        }

        return end;
    }

    private static void Add(string text, int start, int length, List<Found> found)
    {
        var name = text.AsSpan(start, length).Trim();
        if (name.Length > 1)
        {
            found.Add(new Found(start, new ExtractedField(FieldName.Person, name.ToString(), name.ToString())));
        }
    }
}
