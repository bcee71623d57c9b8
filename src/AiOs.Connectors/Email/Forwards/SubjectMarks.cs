using AiOs.Connectors.Email.Forwards.Words;

namespace AiOs.Connectors.Email.Forwards;

/// <summary>The marks that mail programs put before a subject.</summary>
internal static class SubjectMarks
{
    private const int LongestMark = 12;

    /// <summary>Whether the first mark says that the mail was forwarded.</summary>
    public static bool IsForward(string? subject) => SubjectWords.Forward.Contains(First(subject, out _));

    /// <summary>Whether the first mark says that the mail is an answer.</summary>
    public static bool IsReply(string? subject) => SubjectWords.Reply.Contains(First(subject, out _));

    /// <summary>The subject without the forward marks at its front.</summary>
    public static string? WithoutForward(string? subject)
    {
        var rest = subject?.Trim() ?? string.Empty;
        while (SubjectWords.Forward.Contains(First(rest, out var after)))
            rest = rest[after..].TrimStart();
        return rest.Length == 0 ? null : rest;
    }

    private static string First(string? subject, out int after)
    {
        after = 0;
        if (subject is null) return string.Empty;
        var start = subject.Length - subject.TrimStart().Length;
        var colon = subject.AsSpan(start).IndexOfAny(':', '：');
        if (colon is <= 0 or > LongestMark) return string.Empty;
        after = start + colon + 1;
        var mark = subject.AsSpan(start, colon).Trim();
        var bracket = mark.IndexOf('[');
        if (bracket > 0 && mark[^1] == ']') mark = mark[..bracket];
        return Folded.Of(mark);
    }
}
