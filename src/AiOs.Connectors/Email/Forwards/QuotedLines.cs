namespace AiOs.Connectors.Email.Forwards;

/// <summary>Lines of text, of which some are quoted with <c>&gt;</c>.</summary>
internal static class QuotedLines
{
    /// <summary>How many quote marks a line begins with.</summary>
    public static int Depth(string line)
    {
        var depth = 0;
        foreach (var c in line)
        {
            if (c == '>') depth++;
            else if (c != ' ') break;
        }

        return depth;
    }

    /// <summary>The line without up to so many quote marks, each with one space after it.</summary>
    public static string Strip(string line, int levels)
    {
        var at = 0;
        for (var level = 0; level < levels; level++)
        {
            var mark = at;
            while (mark < line.Length && line[mark] == ' ') mark++;
            if (mark == line.Length || line[mark] != '>') break;
            at = mark + 1;
            if (at < line.Length && line[at] is ' ' or '\u00a0') at++;
        }

        return at == 0 ? line : line[at..];
    }

    /// <summary>Whether nothing can be seen in it.</summary>
    public static bool IsBlank(string line)
    {
        foreach (var c in line)
        {
            if (!char.IsWhiteSpace(c) && c is not ('\ufeff' or '\u200b')) return false;
        }

        return true;
    }

    /// <summary>Joins lines without the blank ones before and after; blank lines between come out empty.</summary>
    public static string Join(IReadOnlyList<string> lines, int start, int end)
    {
        while (start < end && IsBlank(lines[start])) start++;
        while (end > start && IsBlank(lines[end - 1])) end--;
        return string.Join('\n', Enumerable.Range(start, end - start).Select(i => IsBlank(lines[i]) ? string.Empty : lines[i])).Trim().Trim('\ufeff');
    }

    /// <summary>Takes away what all lines share at their front: one level of quoting, or an indentation.</summary>
    public static string[] Outdent(IReadOnlyList<string> lines)
    {
        var seen = lines.Where(line => !IsBlank(line)).ToList();
        if (seen.Count == 0) return [.. lines];
        if (seen.TrueForAll(line => Depth(line) > 0)) return [.. lines.Select(line => Strip(line, 1))];
        var indent = seen.Min(line => line.Length - line.TrimStart(' ', '\t').Length);
        return indent == 0 ? [.. lines] : [.. lines.Select(line => line.Length < indent ? string.Empty : line[indent..])];
    }
}
