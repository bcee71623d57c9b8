using System.Text;

namespace AiOs.Contracts.Text;

/// <summary>The form in which names of people and companies are compared: words in small letters, without marks and without a legal form at the end.</summary>
public static class NameForm
{
    private static readonly HashSet<string> Legal = new(StringComparer.Ordinal)
    {
        "gmbh", "ag", "kg", "ug", "ohg", "gbr", "ek", "co", "inc", "llc", "ltd", "limited", "plc", "corp", "corporation", "company", "sa", "sas", "sarl", "srl", "spa", "bv", "nv", "ab", "oy", "as", "mbh", "haftungsbeschränkt",
    };

    /// <summary>Brings a name into that form.</summary>
    /// <param name="name">The name as written.</param>
    /// <returns>Words with one space between them; empty where the name has neither letters nor digits.</returns>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
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
