using System.Globalization;
using System.Text.RegularExpressions;
using AiOs.Contracts.Context;

namespace AiOs.Kernel.Preferences;

/// <summary>
/// What one change of a letter may say about every letter: how it begins and ends, tone, length, and words put in the place of others. What names
/// somebody, or holds a figure, an address or a link, says nothing; nor does a greeting that fits one person only. Pure.
/// </summary>
internal static partial class LetterChange
{
    private const int LongestClosing = 160;
    private const int LongestLine = 60;
    private const int MostOpeningWords = 3;
    private const int MostPhraseWords = 5;
    private const int ShortestPhrase = 3;
    private const int FewestWords = 10;
    private const double MuchShorter = 0.7;

    /// <summary>All that it may say, each in the language of the letter where that matters.</summary>
    public static IReadOnlyList<Preference> Read(string before, string after)
    {
        var (old, next) = (Blocks(before), Blocks(after));
        if (old.Length < 2 || next.Length < 2)
        {
            return [];
        }

        var language = LetterManners.LanguageOf(before);
        var names = NamesIn(old[0], next[0]);
        return
        [
            .. Greeting(old[0], next[0]) is { } greeting ? [new Preference(PreferenceKind.Greeting, greeting) { Language = language }] : Array.Empty<Preference>(),
            .. Closing(old[^1], next[^1], names) is { } closing ? [new Preference(PreferenceKind.Closing, closing) { Language = language }] : Array.Empty<Preference>(),
            .. Tones(before, after, language),
            .. Shorter(before, after) is { } count ? [new Preference(PreferenceKind.Length, count.ToString(CultureInfo.InvariantCulture))] : Array.Empty<Preference>(),
            .. Phrase(string.Join("\n\n", old[1..^1]), string.Join("\n\n", next[1..^1]), names, language) is { } phrase ? [phrase] : Array.Empty<Preference>(),
        ];
    }

    /// <summary>The new words before a name that stays, or a greeting that is known where none is named.</summary>
    private static string? Greeting(string before, string after)
    {
        if (before == after || after.Contains('\n', StringComparison.Ordinal) || !Harmless.Is(after))
        {
            return null;
        }

        string[] old = [.. LetterManners.Words(before)];
        string[] next = [.. LetterManners.Words(after)];
        var name = old[FirstName(old)..];
        var (opening, mark) = name.Length > 0 && next.Length > name.Length && next.AsSpan(next.Length - name.Length).SequenceEqual(name) ? (next[..^name.Length], "{name}")
            : name.Length > 1 && next.Length > 1 && next[^1] == name[0] ? (next[..^1], "{first}")
            : name.Length == 0 && LetterManners.LanguageOfOpening(after) is not null ? (next, "{name}")
            : ([], string.Empty);
        var words = string.Join(' ', opening);
        var isOld = mark == "{name}" && opening.AsSpan().SequenceEqual(old.AsSpan(0, old.Length - name.Length));
        return isOld || opening.Length is 0 or > MostOpeningWords || LetterManners.FitsOnePerson(words) || opening.Any(name.Contains)
            ? null
            : $"{words} {mark}{(after.TrimEnd().EndsWith('!') ? "!" : ",")}";
    }

    /// <summary>Where the name begins: after a greeting that is known, else after the first word.</summary>
    private static int FirstName(string[] words)
    {
        for (var count = Math.Min(MostOpeningWords, words.Length); count > 0; count--)
        {
            if (LetterManners.LanguageOfOpening(string.Join(' ', words[..count])) is not null)
            {
                return count;
            }
        }

        return Math.Min(1, words.Length);
    }

    private static HashSet<string> NamesIn(params string[] greetings) => greetings
        .SelectMany(greeting => LetterManners.Words(greeting).ToArray() is var words ? words[FirstName(words)..] : []).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static string? Closing(string before, string after, HashSet<string> names)
    {
        var lines = after.Split('\n');
        return before == after || after.Length > LongestClosing || lines.Length > 3 || lines.Any(line => line.Length > LongestLine) || !IsClosing(before) || !IsClosing(after)
            || !Harmless.Is(after) || LetterManners.Words(after).Any(names.Contains) ? null : after;
    }

    /// <summary>A closing says nothing of its own: its first line is a known one, or is short and no sentence.</summary>
    private static bool IsClosing(string block)
    {
        var first = block.Split('\n')[0].Trim();
        return LetterManners.LanguageOfEnding(first) is not null || LetterManners.LanguageOfEnding(first.Split(',')[0]) is not null
            || (first.Length > 1 && first[^1] is not ('.' or '?' or ':') && LetterManners.Words(first).Count() <= 4 && block.Contains('\n', StringComparison.Ordinal));
    }

    private static IEnumerable<Preference> Tones(string before, string after, string language)
    {
        if (language == "de" && Formal().IsMatch(before) && !Informal().IsMatch(before) && Informal().IsMatch(after) && !Formal().IsMatch(after))
        {
            yield return new Preference(PreferenceKind.Tone, "informal") { Language = "de" };
        }

        if (language == "de" && Informal().IsMatch(before) && !Formal().IsMatch(before) && Formal().IsMatch(after) && !Informal().IsMatch(after))
        {
            yield return new Preference(PreferenceKind.Tone, "formal") { Language = "de" };
        }

        if (language == "en" && Long().IsMatch(before) && !Short().IsMatch(before) && Short().IsMatch(after) && !Long().IsMatch(after))
        {
            yield return new Preference(PreferenceKind.Tone, "contractions") { Language = "en" };
        }

        if (language == "en" && Short().IsMatch(before) && Long().IsMatch(after) && !Short().IsMatch(after))
        {
            yield return new Preference(PreferenceKind.Tone, "no-contractions") { Language = "en" };
        }

        if (before.Contains('!', StringComparison.Ordinal) && !after.Contains('!', StringComparison.Ordinal))
        {
            yield return new Preference(PreferenceKind.Tone, "no-exclamation");
        }
    }

    private static int? Shorter(string before, string after)
    {
        var (old, next) = (Count(before), Count(after));
        return next >= FewestWords && next <= old * MuchShorter ? next : null;
    }

    /// <summary>One run of words in the place of another one, wherever it stands, with everything around it as it was.</summary>
    private static Preference? Phrase(string before, string after, HashSet<string> names, string language)
    {
        var (old, next) = Difference(before, after);
        return old == next || old.Length < ShortestPhrase || next.Length == 0 || (old + next).Contains('\n', StringComparison.Ordinal) || !Harmless.Is(old + " " + next)
            || Math.Max(Count(old), Count(next)) > MostPhraseWords || LetterManners.Words(old + " " + next).Any(names.Contains) || (language == "en" && (IsName(old) || IsName(next)))
            || !char.IsLetter(old[0]) || !char.IsLetter(old[^1]) || !char.IsLetter(next[0]) || !char.IsLetter(next[^1]) || before.Replace(old, next, StringComparison.Ordinal) != after
            ? null : new Preference(PreferenceKind.Phrase, next) { Instead = old, Language = language };
    }

    /// <summary>In English a capital within a sentence is a name.</summary>
    private static bool IsName(string words) => LetterManners.Words(words).Any(word => char.IsUpper(word[0]) && word != "I");

    private static (string Old, string New) Difference(string before, string after)
    {
        var head = 0;
        while (head < before.Length && head < after.Length && before[head] == after[head])
        {
            head++;
        }

        var tail = 0;
        while (tail < before.Length - head && tail < after.Length - head && before[^(tail + 1)] == after[^(tail + 1)])
        {
            tail++;
        }

        // Out to whole words on both sides.
        while (head > 0 && char.IsLetterOrDigit(before[head - 1]))
        {
            head--;
        }

        while (tail > 0 && char.IsLetterOrDigit(before[^tail]))
        {
            tail--;
        }

        return (before[head..(before.Length - tail)].Trim(), after[head..(after.Length - tail)].Trim());
    }

    private static int Count(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private static string[] Blocks(string text) => text.ReplaceLineEndings("\n").TrimEnd().Split("\n\n");

    [GeneratedRegex(@"(?<!^|[.!?:]\s|\n)\b(Sie|Ihnen|Ihr|Ihre[nmrs]?)\b|\b(Ihnen|Ihre[nmrs]?)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Formal();

    [GeneratedRegex(@"\b(du|dir|dich|dein|deine[nmrs]?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Informal();

    [GeneratedRegex(@"\b(I am|I have|I will|I would|it is|that is|do not|does not|cannot|can not|will not|is not|are not|you are|we are|we will)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Long();

    [GeneratedRegex(@"\b(I['’](m|ve|ll|d)|it['’]s|that['’]s|don['’]t|doesn['’]t|can['’]t|won['’]t|isn['’]t|aren['’]t|you['’]re|we['’]re|we['’]ll)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Short();
}
