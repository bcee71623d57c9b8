namespace AiOs.Agents.Intake.Extraction.Tokens;

/// <summary>Finds mail addresses and web addresses inside a run without white space.</summary>
internal static class AddressReader
{
    private const int MaxLocal = 64;
    private const int MaxDomain = 255;

    /// <summary>Finds the first address.</summary>
    /// <param name="source">The text.</param>
    /// <param name="from">Where the run begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <returns>Its token; of length 0 where there is none.</returns>
    public static Token Find(string source, int from, int end)
    {
        var run = source.AsSpan(from, Math.Max(0, end - from));
        var web = StartOfWeb(run);
        var mail = FindMail(run);
        if (web >= 0 && (mail.Length == 0 || web <= mail.Start))
        {
            var length = run[web..].TrimEnd(".,;:!?)>]}\"'*").Length;
            return new Token(TokenKind.Url, from + web, Math.Max(length, 1), Spaced: false);
        }

        return mail.Length == 0 ? default : mail with { Start = from + mail.Start };
    }

    private static int StartOfWeb(ReadOnlySpan<char> run)
    {
        var scheme = run.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
        {
            return run.IndexOf("www.", StringComparison.OrdinalIgnoreCase);
        }

        while (scheme > 0 && char.IsAsciiLetter(run[scheme - 1]))
        {
            scheme--;
        }

        return scheme;
    }

    private static Token FindMail(ReadOnlySpan<char> run)
    {
        for (var at = run.IndexOf('@'); at >= 0;)
        {
            var (start, end) = (at, at + 1);
            while (start > 0 && at - start < MaxLocal && IsLocal(run[start - 1]))
            {
                start--;
            }

            while (end < run.Length && end - at <= MaxDomain && (char.IsLetterOrDigit(run[end]) || run[end] is '.' or '-'))
            {
                end++;
            }

            end = at + run[at..end].TrimEnd(".-").Length;
            if (start < at && run[start] != '.' && run[at..end].Contains('.') && char.IsLetter(run[end - 1]))
            {
                return new Token(TokenKind.Email, start, end - start, Spaced: false);
            }

            var next = run[(at + 1)..].IndexOf('@');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return default;
    }

    private static bool IsLocal(char c) => char.IsLetterOrDigit(c) || c is '.' or '_' or '%' or '+' or '-';
}
