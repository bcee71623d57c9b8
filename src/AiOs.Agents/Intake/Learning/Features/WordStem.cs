namespace AiOs.Agents.Intake.Learning.Features;

/// <summary>Takes the commonest English endings off, so that forms of one word meet. Careful rather than right: what is left need not be a word.</summary>
internal static class WordStem
{
    public static string Of(string word)
    {
        if (word.Length <= 3)
        {
            return word;
        }

        word = Suffix(Verb(Plural(word)));
        return word.Length > 3 && word[^1] == 'e' ? word[..^1]
            : word.Length > 3 && word[^1] == 'y' ? string.Concat(word.AsSpan(0, word.Length - 1), "i")
            : word;
    }

    private static string Plural(string word) => word switch
    {
        _ when Ends(word, "ies") && word.Length > 4 => string.Concat(word.AsSpan(0, word.Length - 3), "y"),
        _ when Ends(word, "sses") => word[..^2],
        _ when Ends(word, "s") && !Ends(word, "ss") && !Ends(word, "us") && !Ends(word, "is") => word[..^1],
        _ => word,
    };

    private static string Verb(string word) => word switch
    {
        _ when Ends(word, "ing") && word.Length > 5 => Single(word[..^3]),
        _ when Ends(word, "ied") && word.Length > 4 => string.Concat(word.AsSpan(0, word.Length - 3), "y"),
        _ when Ends(word, "ed") && word.Length > 4 => Single(word[..^2]),
        _ => word,
    };

    private static string Suffix(string word)
    {
        word = Ends(word, "ly") && word.Length > 5 ? word[..^2] : word;
        word = Ends(word, "ment") && word.Length > 7 ? word[..^4] : word;
        return Ends(word, "ation") && word.Length > 7 ? word[..^5]
            : Ends(word, "ion") && word.Length > 6 ? word[..^3]
            : word;
    }

    private static string Single(string word) =>
        word.Length > 3 && word[^1] == word[^2] && word[^1] is not ('l' or 's' or 'z') ? word[..^1] : word;

    private static bool Ends(string word, string ending) => word.EndsWith(ending, StringComparison.Ordinal);
}
