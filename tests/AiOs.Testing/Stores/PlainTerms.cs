using System.Globalization;
using System.Text;

namespace AiOs.Testing.Stores;

/// <summary>Words as an index sees them: letters and digits, small, without marks.</summary>
internal static class PlainTerms
{
    private static readonly Dictionary<char, string> Folds = Read();

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
                word.Append(Folds.GetValueOrDefault(letter) is [var folded] ? folded : char.ToLowerInvariant(letter));
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

    private static Dictionary<char, string> Read()
    {
        using var reader = new StreamReader(typeof(PlainTerms).Assembly.GetManifestResourceStream("folds.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToDictionary(line => line[0], line => line[1..]);
    }
}
