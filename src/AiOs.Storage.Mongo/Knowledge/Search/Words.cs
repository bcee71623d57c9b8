using System.Globalization;
using System.Text;
using AiOs.Contracts.Text;

namespace AiOs.Storage.Mongo.Knowledge.Search;

/// <summary>
/// A person's words: letters and digits, small. Quotes, minus signs and whatever else could be an operator are gone by then. The server folds marks
/// by rules of its own, so it gets words with them; what is compared here is compared without.
/// </summary>
internal static class Words
{
    private const int Most = 64;

    /// <summary>The distinct words for the server, in ordinal order; the first 64 of them. Two that differ by marks only are one.</summary>
    /// <param name="text">Words of a person.</param>
    /// <returns>The words.</returns>
    public static IReadOnlyList<string> Distinct(string text) => [.. Of(text).DistinctBy(Plain).Take(Most).Order(StringComparer.Ordinal)];

    /// <summary>Every word, in order.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The words.</returns>
    public static List<string> Of(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var letter in text.Where(letter => char.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark))
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

    /// <summary>A word as it is compared: without marks.</summary>
    /// <param name="word">A word.</param>
    /// <returns>Its letters, plain.</returns>
    public static string Plain(string word)
    {
        if (Ascii.IsValid(word))
        {
            return word;
        }

        var plain = new StringBuilder(word.Length);
        foreach (var letter in word)
        {
            PlainLetters.Append(plain, letter);
        }

        return plain.ToString();
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
