using System.Globalization;
using System.Text;

namespace AiOs.Storage.Mongo.Knowledge.Search;

/// <summary>
/// A person's words as an index sees them: letters and digits, small, without marks. Quotes, minus signs and whatever else could be an operator are
/// gone by then.
/// </summary>
internal static class Words
{
    private const int Most = 64;

    /// <summary>The distinct words, in ordinal order; the first 64 of them.</summary>
    /// <param name="text">Words of a person.</param>
    /// <returns>The words.</returns>
    public static IReadOnlyList<string> Distinct(string text) => [.. Of(text).Distinct().Take(Most).Order(StringComparer.Ordinal)];

    /// <summary>Every word, in order.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The words.</returns>
    public static List<string> Of(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormD).Where(letter => char.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark))
        {
            if (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter))
            {
                word.Append(char.ToLowerInvariant(letter));
            }
            else
            {
                Take(words, word);
            }
        }

        Take(words, word);
        return words;
    }

    private static void Take(List<string> words, StringBuilder word)
    {
        if (word.Length > 0)
        {
            words.Add(word.ToString());
            word.Clear();
        }
    }
}
