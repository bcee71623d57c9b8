using System.Buffers;

namespace AiOs.Agents.Intake;

/// <summary>Looks for any of some phrases as whole words, whatever their case, in one pass.</summary>
internal sealed class PhraseSet(params string[] phrases)
{
    private readonly SearchValues<string> _search = SearchValues.Create(phrases, StringComparison.OrdinalIgnoreCase);
    private readonly string[] _phrases = [.. phrases.OrderByDescending(phrase => phrase.Length)];

    public bool IsIn(ReadOnlySpan<char> text) => TryFind(text, out _, out _);

    public bool TryFind(ReadOnlySpan<char> text, out int start, out int length)
    {
        for (start = 0; start < text.Length; start++)
        {
            var hit = text[start..].IndexOfAny(_search);
            if (hit < 0)
            {
                break;
            }

            start += hit;
            if (start > 0 && char.IsLetterOrDigit(text[start - 1]))
            {
                continue;
            }

            length = LengthAt(text[start..]);
            if (length > 0)
            {
                return true;
            }
        }

        length = 0;
        return false;
    }

    private int LengthAt(ReadOnlySpan<char> text)
    {
        foreach (var phrase in _phrases)
        {
            if (text.StartsWith(phrase, StringComparison.OrdinalIgnoreCase) && (text.Length == phrase.Length
                || !char.IsLetterOrDigit(text[phrase.Length])))
            {
                return phrase.Length;
            }
        }

        return 0;
    }
}
