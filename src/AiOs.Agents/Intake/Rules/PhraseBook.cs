using System.Collections.Frozen;
using AiOs.Agents.Intake.Extraction.Tokens;

namespace AiOs.Agents.Intake.Rules;

/// <summary>Looks for many phrases of many kinds at once: one look-up for each word of the text.</summary>
internal sealed class PhraseBook
{
    private readonly FrozenDictionary<string, Entry[]> _byFirstWord;

    public PhraseBook(IEnumerable<(Cue Cue, string[] Phrases)> kinds) =>
        _byFirstWord = kinds
            .SelectMany(kind => kind.Phrases.Select(phrase => new Entry(kind.Cue, phrase)))
            .GroupBy(entry => FirstWord(entry.Phrase), StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.OrdinalIgnoreCase);

    public Cue In(TokenText text)
    {
        var found = Cue.None;
        var look = _byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < text.Count; i++)
        {
            if (text.Is(i, TokenKind.Word) && look.TryGetValue(text.Span(i), out var entries))
            {
                found |= At(text.Source.AsSpan(text[i].Start), entries);
            }
        }

        return found;
    }

    private static Cue At(ReadOnlySpan<char> rest, Entry[] entries)
    {
        var found = Cue.None;
        foreach (var entry in entries)
        {
            var length = entry.Phrase.Length;
            if (rest.StartsWith(entry.Phrase, StringComparison.OrdinalIgnoreCase) && (rest.Length == length
                || !char.IsLetterOrDigit(rest[length])))
            {
                found |= entry.Cue;
            }
        }

        return found;
    }

    private static string FirstWord(string phrase)
    {
        var tokens = Tokenizer.Cut(phrase);
        return tokens.Span(0).ToString();
    }

    private readonly record struct Entry(Cue Cue, string Phrase);
}
