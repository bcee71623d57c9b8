using System.Collections.Frozen;

namespace AiOs.Memory.Embedding;

/// <summary>
/// How much a word tells, known beforehand and never learned: what is learned from all pieces would let those that may not be found move the
/// answer, and vectors of yesterday would mean something else today. Words that only hold sentences together tell little in ten
/// languages; of the rest, long words and such with digits are rarer than short ones.
/// </summary>
internal static class WordWeights
{
    private const double FunctionWeight = 0.08;
    private const double DigitsWeight = 1.4;
    private const double LeastWeight = 0.5;
    private const double WeightOfALetter = 0.1;
    private const int LettersThatCount = 9;

    private static readonly FrozenSet<string> FunctionWords = Read();

    /// <summary>Whether a word only holds sentences together.</summary>
    /// <param name="word">A folded word.</param>
    /// <returns>Whether.</returns>
    public static bool IsFunction(string word) => FunctionWords.Contains(word);

    /// <summary>The weight of a word.</summary>
    /// <param name="word">A folded word.</param>
    /// <returns>From 0.08 to 1.4.</returns>
    public static double Of(string word) =>
        IsFunction(word) ? FunctionWeight
        : word.Any(char.IsDigit) ? DigitsWeight
        : LeastWeight + (WeightOfALetter * Math.Min(word.Length, LettersThatCount));

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(WordWeights).Assembly.GetManifestResourceStream("function-words.txt")
            ?? throw new InvalidOperationException("The list of function words is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}
