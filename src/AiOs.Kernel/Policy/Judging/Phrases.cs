namespace AiOs.Kernel.Policy.Judging;

/// <summary>Lists as people say them.</summary>
internal static class Phrases
{
    /// <summary><c>a, b or c</c>.</summary>
    public static string Or(IReadOnlyList<string> words) => Join(words, " or ");

    /// <summary><c>a, b and c</c>.</summary>
    public static string And(IReadOnlyList<string> words) => Join(words, " and ");

    private static string Join(IReadOnlyList<string> words, string last) =>
        words.Count < 2 ? string.Concat(words) : string.Join(", ", words.Take(words.Count - 1)) + last + words[^1];
}
