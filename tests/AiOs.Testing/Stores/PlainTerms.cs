using System.Globalization;
using System.Text;
using AiOs.Contracts.Text;

namespace AiOs.Testing.Stores;

/// <summary>Words as an index sees them: letters and digits, small, without marks.</summary>
internal static class PlainTerms
{
    /// <summary>Takes a text apart.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Its words, in order.</returns>
    public static List<string> Of(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var letter in text.Where(letter => char.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark))
        {
            if (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter))
            {
                word.Append(PlainLetters.Of(letter) is [var folded] ? folded : char.ToLowerInvariant(letter));
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words;
    }
}
