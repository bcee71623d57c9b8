using System.Globalization;
using AiOs.Agents.Intake;
using AiOs.Contracts.Context;

namespace AiOs.Agents.Drafting.Preferences;

/// <summary>Tone and words of a text, line by line: a line in the operator's own words stays as it is. Pure.</summary>
internal static class TextStyle
{
    /// <summary>Applies what is wanted of a text that is no letter.</summary>
    public static string Apply(string text, IReadOnlyList<Lesson.Preferred> wanted, SaidWords said, List<string> used)
    {
        var language = Languages.IsGerman(subject: null, text) ? "de" : "en";
        foreach (var lesson in wanted.Where(lesson => lesson.Wanted.Kind is PreferenceKind.Tone or PreferenceKind.Phrase && (lesson.Wanted.Language is null || lesson.Wanted.Language == language)))
        {
            var written = Lines(text, lesson.Wanted, language, said);
            if (written != text)
            {
                text = written;
                used.Add(ReasonOf(lesson));
            }
        }

        return text;
    }

    /// <summary>Applies a tone or a phrase to some lines.</summary>
    public static string Lines(string text, Preference wanted, string language, SaidWords said) =>
        string.Join('\n', text.Split('\n').Select(line => said.Hold(line) ? line : Line(line, wanted, language)));

    /// <summary>What the card says of it.</summary>
    public static string ReasonOf(Lesson.Preferred lesson) => string.Create(CultureInfo.InvariantCulture, $"{(lesson.Wanted.Kind is PreferenceKind.Phrase ? $"“{lesson.Wanted.Value}” instead of “{lesson.Wanted.Instead}”" : "tone")} as you prefer (p-{lesson.Number})");

    private static string Line(string line, Preference wanted, string language) => (wanted.Kind, wanted.Value, language) switch
    {
        (PreferenceKind.Phrase, _, _) => WholeWords.Replace(line, wanted.Instead!, wanted.Value),
        (_, "no-exclamation", _) => line.Replace('!', '.'),
        (_, "informal", "de") => GermanAddress.Informal(line),
        (_, "formal", "de") => GermanAddress.Formal(line),
        (_, "informal" or "contractions", "en") => Contractions.Shorten(line),
        (_, "formal" or "no-contractions", "en") => Contractions.WriteOut(line),
        _ => line,
    };
}
