using System.Text;

namespace AiOs.Kernel.Records;

/// <summary>The form in which names are compared: words in small letters, without marks and without a legal form at the end. Pure.</summary>
internal static class NameForm
{
    private static readonly HashSet<string> Legal = new(StringComparer.Ordinal)
    {
        "gmbh", "ag", "kg", "ug", "ohg", "gbr", "ek", "co", "inc", "llc", "ltd", "limited", "plc", "corp", "corporation", "company", "sa", "sas", "sarl", "srl", "spa", "bv", "nv", "ab", "oy", "as", "mbh", "haftungsbeschränkt",
    };

    public static string Of(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            _ = char.IsLetterOrDigit(letter) ? text.Append(char.ToLowerInvariant(letter)) : letter is '.' or '\'' ? text : text.Append(' ');
        }

        var words = text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        while (words.Count > 1 && Legal.Contains(words[^1]))
        {
            words.RemoveAt(words.Count - 1);
        }

        return string.Join(' ', words);
    }
}
