using System.Globalization;
using AiOs.Agents.Drafting.Letters;
using AiOs.Agents.Intake;
using AiOs.Contracts.Context;

namespace AiOs.Agents.Drafting.Preferences;

/// <summary>
/// Writes a letter as it is wanted: its greeting and closing where they are those of a draft, its tone and words, and its length by leaving out what
/// holds no figure and none of the operator's own words. Exactly or not at all. Pure.
/// </summary>
internal static class LetterStyle
{
    private const int FirstThatMayGo = 2;

    /// <summary>Applies what is wanted, in order.</summary>
    /// <param name="text">The letter.</param>
    /// <param name="wanted">What is wanted, the oldest first.</param>
    /// <param name="said">The operator's own words, which stay.</param>
    /// <param name="signed">The operator's name.</param>
    /// <param name="used">Gets a reason for each that changed something.</param>
    /// <returns>The letter as it is wanted.</returns>
    public static string Apply(string text, IReadOnlyList<Lesson.Preferred> wanted, SaidWords said, string? signed, List<string> used)
    {
        var language = LanguageOf(text);
        var blocks = text.TrimEnd().Split("\n\n").ToList();
        // The frame first, since a tone may change it; the length last, since it counts what the others wrote.
        foreach (var lesson in wanted.Where(lesson => lesson.Wanted.Language is null || lesson.Wanted.Language == language).OrderBy(lesson => lesson.Wanted.Kind switch
        {
            PreferenceKind.Greeting or PreferenceKind.Closing => 0,
            PreferenceKind.Length => 2,
            _ => 1,
        }))
        {
            var before = string.Join("\n\n", blocks);
            var reason = Change(blocks, lesson, language, said, signed);
            if (reason is not null && (string.Join("\n\n", blocks) != before || reason.StartsWith("longer than", StringComparison.Ordinal) || reason.StartsWith("with “", StringComparison.Ordinal)))
            {
                used.Add(reason);
            }
        }

        return string.Join("\n\n", blocks) + (text.EndsWith('\n') ? "\n" : string.Empty);
    }

    private static string? Change(List<string> blocks, Lesson.Preferred lesson, string language, SaidWords said, string? signed)
    {
        var (wanted, name) = (lesson.Wanted, Preferred.NameOf(lesson));
        switch (wanted.Kind)
        {
            case PreferenceKind.Greeting when blocks.Count > 1 && NameIn(blocks[0]) is { } greeted:
                blocks[0] = Greeting(wanted.Value, greeted);
                return $"greeting as you prefer ({name})";
            case PreferenceKind.Closing when blocks.Count > 1 && IsDrafted(blocks[^1]):
                blocks[^1] = Closing(wanted.Value, blocks[^1], signed);
                return $"closing as you prefer ({name})";
            case PreferenceKind.Length:
                return Shorten(blocks, int.Parse(wanted.Value, CultureInfo.InvariantCulture), said) is { } told ? $"{told} ({name})" : null;
            case PreferenceKind.Tone when language == "de" && (wanted.Value is "informal" or "formal"):
                return Address(blocks, lesson, said);
            case PreferenceKind.Tone or PreferenceKind.Phrase:
                for (var i = 1; i < blocks.Count - 1; i++)
                {
                    blocks[i] = TextStyle.Lines(blocks[i], wanted, language, said);
                }

                return TextStyle.ReasonOf(lesson);
            default:
                return null;
        }
    }

    /// <summary>The whole letter or nothing of it: half “du” and half “Sie” is worse than either.</summary>
    private static string Address(List<string> blocks, Lesson.Preferred lesson, SaidWords said)
    {
        var changed = blocks.ConvertAll(block => TextStyle.Lines(block, lesson.Wanted, "de", said));
        if (GermanAddress.IsMixed(string.Join("\n\n", changed), lesson.Wanted.Value == "informal"))
        {
            return $"with “{(lesson.Wanted.Value == "informal" ? "Sie" : "du")}” as it was, since not every sentence can be changed exactly ({Preferred.NameOf(lesson)})";
        }

        blocks.Clear();
        blocks.AddRange(changed);
        return TextStyle.ReasonOf(lesson);
    }

    /// <summary>Whom the greeting of a draft names; empty where it names nobody, nothing where it is none of a draft's.</summary>
    private static string? NameIn(string block)
    {
        foreach (var words in (ReadOnlySpan<Wording>)[Wording.English, Wording.German])
        {
            var head = words.Greeting[..words.Greeting.IndexOf('{', StringComparison.Ordinal)];
            if (block == words.PlainGreeting)
            {
                return string.Empty;
            }

            if (block.StartsWith(head, StringComparison.Ordinal) && block.EndsWith(',') && !block.Contains('\n', StringComparison.Ordinal))
            {
                return block[head.Length..^1];
            }
        }

        return null;
    }

    private static string Greeting(string wanted, string name) => name.Length == 0
        ? wanted.Replace(" {name}", string.Empty, StringComparison.Ordinal).Replace(" {first}", string.Empty, StringComparison.Ordinal)
        : wanted.Replace("{name}", name, StringComparison.Ordinal).Replace("{first}", name.Split(' ')[0], StringComparison.Ordinal);

    private static bool IsDrafted(string block) =>
        block.StartsWith(Wording.English.Closing, StringComparison.Ordinal) || block.StartsWith(Wording.German.Closing, StringComparison.Ordinal);

    /// <summary>The name below it stays, where the preference says none.</summary>
    private static string Closing(string wanted, string before, string? signed)
    {
        var line = before.IndexOf('\n', StringComparison.Ordinal);
        var name = line > 0 ? before[(line + 1)..] : signed ?? string.Empty;
        return wanted.Replace("{name}", name, StringComparison.Ordinal).TrimEnd();
    }

    /// <summary>Leaves out paragraphs from the end on, never the first, one with a figure or one in the operator's own words.</summary>
    private static string? Shorten(List<string> blocks, int most, SaidWords said)
    {
        if (Count(blocks) <= most)
        {
            return null;
        }

        for (var i = blocks.Count - 2; i >= FirstThatMayGo && Count(blocks) > most; i--)
        {
            if (!blocks[i].Any(char.IsDigit) && !blocks[i].Split('\n').Any(said.Hold))
            {
                blocks.RemoveAt(i);
            }
        }

        return Count(blocks) <= most ? $"kept to {most} words as you prefer" : $"longer than the {most} words you prefer: what is left holds figures, your own words, or the answer itself";
    }

    private static int Count(List<string> blocks) => blocks.Sum(block => block.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);

    private static string LanguageOf(string text) =>
        text.StartsWith(Wording.German.PlainGreeting.TrimEnd(','), StringComparison.Ordinal) || text.Contains("\n\n" + Wording.German.Closing, StringComparison.Ordinal) || Languages.IsGerman(subject: null, text) ? "de" : "en";
}
