using System.Collections.Frozen;
using System.Text;

namespace AiOs.Contracts.Text;

/// <summary>
/// Letters as everybody types them: small and without marks. A list of our own, since the runtime takes no letter apart in its invariant mode
/// (<c>string.Normalize</c> gives back what it got), and since another Unicode would give other words.
/// </summary>
public static class PlainLetters
{
    private const char FirstFolded = '\u0080';

    private static readonly FrozenDictionary<char, string> Folds = Read();

    /// <summary>What stands for a letter that is not plain.</summary>
    /// <param name="letter">A letter, large or small.</param>
    /// <returns>One or more small letters, such as <c>u</c> for <c>Ü</c> and <c>ss</c> for <c>ß</c>; nothing where only its size may change.</returns>
    public static string? Of(char letter) => letter >= FirstFolded && Folds.TryGetValue(letter, out var plain) ? plain : null;

    /// <summary>Adds a letter in its plain form.</summary>
    /// <param name="word">Where to.</param>
    /// <param name="letter">The letter, large or small; half of a surrogate pair stays as it is.</param>
    public static void Append(StringBuilder word, char letter)
    {
        ArgumentNullException.ThrowIfNull(word);
        _ = Of(letter) is { } plain ? word.Append(plain) : word.Append(char.ToLowerInvariant(letter));
    }

    private static FrozenDictionary<char, string> Read()
    {
        using var stream = typeof(PlainLetters).Assembly.GetManifestResourceStream("folds.txt")
            ?? throw new InvalidOperationException("The list of folded letters is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToFrozenDictionary(line => line[0], line => line[1..].TrimEnd('\r'));
    }
}
