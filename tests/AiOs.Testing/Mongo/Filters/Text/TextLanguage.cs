using System.Text;

namespace AiOs.Testing.Mongo.Filters.Text;

/// <summary>
/// Cuts a text into terms. "none" keeps every word as it is; "english" drops its commonest words and plain endings.
/// Other languages keep their words whole: stems of theirs are not served.
/// </summary>
internal sealed class TextLanguage(string name)
{
    private static readonly HashSet<string> EnglishStops =
    [
        "a", "about", "all", "am", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "can", "did", "do", "does", "for", "from",
        "had", "has", "have", "he", "her", "his", "how", "i", "if", "in", "into", "is", "it", "its", "me", "my", "no", "not", "of", "on", "or",
        "our", "she", "so", "than", "that", "the", "their", "them", "then", "there", "they", "this", "to", "too", "was", "we", "were", "what",
        "when", "which", "who", "why", "will", "with", "you", "your",
    ];

    // The build knows no culture, so it cannot take letters apart: these are the accents of western and central Europe.
    private const string Accented = "àáâãäåāăąçćčďèéêëēėęěìíîïīįłñńňòóôõöøōőŕřśšťùúûüūůűųýÿźżž";
    private const string Plain = "aaaaaaaaacccdeeeeeeeeiiiiiilnnnoooooooorrsstuuuuuuuuyyzzz";

    private static readonly string[] EnglishEndings = ["ations", "ation", "ings", "ing", "edly", "ed", "ies", "es", "s", "ly", "e"];

    public string Name { get; } = name;

    /// <summary>The text's words in lower case and without accents.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value == '_')
            {
                word.Append(Folded(Rune.ToLowerInvariant(rune)));
            }
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }

    /// <summary>The terms that the index holds for the text.</summary>
    public IEnumerable<(string Word, string Term)> Terms(string text) => Name is "english" or "en"
        ? Words(text).Where(word => !EnglishStops.Contains(word)).Select(word => (word, Stem(word)))
        : Words(text).Select(word => (word, word));

    private static Rune Folded(Rune letter) =>
        letter.IsBmp && Accented.IndexOf((char)letter.Value, StringComparison.Ordinal) is >= 0 and var at ? new Rune(Plain[at]) : letter;

    private static string Stem(string word)
    {
        var ending = Array.Find(EnglishEndings, end => word.Length - end.Length >= 3 && word.EndsWith(end, StringComparison.Ordinal));
        return ending switch
        {
            null => word,
            "ies" => word[..^3] + "i",
            "s" when word.EndsWith("ss", StringComparison.Ordinal) => word,
            _ => word[..^ending.Length],
        };
    }
}
