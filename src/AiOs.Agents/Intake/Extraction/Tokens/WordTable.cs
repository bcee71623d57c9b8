using System.Collections.Frozen;

namespace AiOs.Agents.Intake.Extraction.Tokens;

/// <summary>Looks words up without making strings and whatever their case.</summary>
/// <typeparam name="T">What a word stands for.</typeparam>
internal sealed class WordTable<T>
{
    private readonly FrozenDictionary<string, T> _words;

    public WordTable(IEnumerable<KeyValuePair<string, T>> words) =>
        _words = words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes a table from lines of words that mean the same.</summary>
    /// <param name="lines">What they stand for, and the words with spaces between them.</param>
    /// <returns>The table.</returns>
    public static WordTable<T> Of(params IEnumerable<(T Value, string Words)> lines) =>
        new(lines.SelectMany(line => line.Words.Split(' ').Select(word => KeyValuePair.Create(word, line.Value))));

    /// <summary>Makes a table that knows each word with an English ending of owning too: <c>yesterday's</c>.</summary>
    /// <param name="lines">What they stand for, and the words with spaces between them.</param>
    /// <returns>The table.</returns>
    public static WordTable<T> Owning(params IEnumerable<(T Value, string Words)> lines)
    {
        var plain = lines.SelectMany(line => line.Words.Split(' ').Select(word => KeyValuePair.Create(word, line.Value))).ToList();
        return new(plain.Concat(plain.SelectMany(word => new[] { KeyValuePair.Create($"{word.Key}'s", word.Value), KeyValuePair.Create($"{word.Key}’s", word.Value) })));
    }

    public IEnumerable<string> Words => _words.Keys;

    public bool TryGet(ReadOnlySpan<char> word, out T value) =>
        _words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out value!);

    public bool Contains(ReadOnlySpan<char> word) => TryGet(word, out _);
}
