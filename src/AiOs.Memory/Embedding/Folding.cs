using System.Globalization;
using System.Text;
using AiOs.Contracts.Text;

namespace AiOs.Memory.Embedding;

/// <summary>Takes text apart into words that look the same however they were typed: small letters, no marks, nothing but letters and digits.</summary>
internal static class Folding
{
    private const int LongestWord = 64;

    /// <summary>The words of a text.</summary>
    /// <param name="text">The text, in any language.</param>
    /// <returns>Its words, in order; a word that is longer than any is cut.</returns>
    public static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder(LongestWord);
        foreach (var letter in text)
        {
            if (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter))
            {
                Add(word, letter);
            }
            else if (word.Length > 0 && char.GetUnicodeCategory(letter) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))
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

    /// <summary>The words of a text as they were typed.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Its words, in order, none of them empty.</returns>
    public static IEnumerable<string> Typed(string text)
    {
        var start = 0;
        for (var index = 0; index <= text.Length; index++)
        {
            if (index < text.Length && (char.IsLetterOrDigit(text[index]) || char.IsSurrogate(text[index])
                || char.GetUnicodeCategory(text[index]) is UnicodeCategory.NonSpacingMark))
            {
                continue;
            }

            if (index > start)
            {
                yield return text[start..index];
            }

            start = index + 1;
        }
    }

    private static void Add(StringBuilder word, char letter)
    {
        if (word.Length < LongestWord)
        {
            PlainLetters.Append(word, letter);
        }
    }
}
