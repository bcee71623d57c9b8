namespace AiOs.Agents.Drafting.Preferences;

/// <summary>English words run together, and written out again: only pairs that mean the same wherever they stand. Pure.</summary>
internal static class Contractions
{
    private static readonly (string Long, string Short)[] Pairs =
    [
        ("I am", "I'm"), ("I have not", "I haven't"), ("I have received", "I've received"), ("I have noted", "I've noted"), ("I will", "I'll"), ("I would", "I'd"), ("do not", "don't"), ("does not", "doesn't"), ("did not", "didn't"),
        ("cannot", "can't"), ("will not", "won't"), ("is not", "isn't"), ("are not", "aren't"), ("was not", "wasn't"), ("has not", "hasn't"), ("have not", "haven't"), ("you are", "you're"), ("we are", "we're"), ("we will", "we'll"), ("it is", "it's"), ("that is", "that's"),
    ];

    /// <summary>Those that mean two things run together, such as <c>it's</c>, are not written out.</summary>
    private static readonly HashSet<string> Doubtful = ["I'd", "it's", "that's"];

    public static string Shorten(string text) => Pairs.Aggregate(text, (line, pair) => Replace(line, pair.Long, pair.Short));

    public static string WriteOut(string text) =>
        Pairs.Where(pair => !Doubtful.Contains(pair.Short)).Aggregate(text.Replace('’', '\''), (line, pair) => WholeWords.Replace(line, pair.Short, pair.Long)) is var written && written == text.Replace('’', '\'') ? text : written;

    /// <summary>At the end of a sentence nothing is run together: <c>tell me what it is</c>.</summary>
    private static string Replace(string line, string whole, string shorter)
    {
        var at = line.IndexOf(whole, StringComparison.OrdinalIgnoreCase);
        while (at >= 0)
        {
            var end = at + whole.Length;
            if ((at == 0 || !char.IsLetterOrDigit(line[at - 1])) && end + 1 < line.Length && line[end] == ' ' && char.IsLetter(line[end + 1]))
            {
                var written = char.IsUpper(line[at]) ? string.Concat(char.ToUpperInvariant(shorter[0]).ToString(), shorter.AsSpan(1)) : shorter;
                line = string.Concat(line.AsSpan(0, at), written, line.AsSpan(end));
                end = at + written.Length;
            }

            at = line.IndexOf(whole, end, StringComparison.OrdinalIgnoreCase);
        }

        return line;
    }
}
