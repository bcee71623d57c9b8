using System.Globalization;
using System.Text;

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
        foreach (var letter in Decompose(text))
        {
            if (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter))
            {
                Add(word, char.ToLowerInvariant(letter));
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
            _ = letter switch
            {
                'ß' => word.Append("ss"),
                'æ' => word.Append("ae"),
                'œ' => word.Append("oe"),
                'ø' => word.Append('o'),
                'ł' => word.Append('l'),
                'đ' => word.Append('d'),
                'ı' => word.Append('i'),
                'ς' => word.Append('σ'),
                _ => word.Append(letter),
            };
        }
    }

    /// <summary>Half of a pair cannot be normalised, so a text that holds one is taken as it stands.</summary>
    private static string Decompose(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }
}
