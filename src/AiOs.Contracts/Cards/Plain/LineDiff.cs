namespace AiOs.Contracts.Cards.Plain;

/// <summary>What changed between two texts, line by line: the shared beginning and end stay, the longest common lines between them too.</summary>
public static class LineDiff
{
    /// <summary>Past this many pairs of lines the middle is shown as all gone and all new.</summary>
    private const int MostPairs = 250_000;

    /// <summary>Compares two texts; both can be read back from the lines.</summary>
    /// <param name="before">The text before.</param>
    /// <param name="after">The text after.</param>
    /// <returns>The lines of both, in order.</returns>
    public static IReadOnlyList<DiffLine> Of(string before, string after)
    {
        var old = before.Split('\n');
        var now = after.Split('\n');
        var most = Math.Min(old.Length, now.Length);
        var head = 0;
        while (head < most && old[head] == now[head])
        {
            head++;
        }

        var tail = 0;
        while (tail < most - head && old[^(tail + 1)] == now[^(tail + 1)])
        {
            tail++;
        }

        List<DiffLine> lines = [.. old.AsSpan(0, head).ToArray().Select(static line => new DiffLine(DiffSide.Same, line))];
        Middle(lines, old.AsSpan(head, old.Length - head - tail), now.AsSpan(head, now.Length - head - tail));
        lines.AddRange(old.AsSpan(old.Length - tail).ToArray().Select(static line => new DiffLine(DiffSide.Same, line)));
        return lines;
    }

    private static void Middle(List<DiffLine> lines, ReadOnlySpan<string> old, ReadOnlySpan<string> now)
    {
        var common = (long)old.Length * now.Length <= MostPairs ? CommonLengths(old, now) : null;
        var (i, j) = (0, 0);
        while (i < old.Length || j < now.Length)
        {
            if (common is not null && i < old.Length && j < now.Length && old[i] == now[j])
            {
                lines.Add(new DiffLine(DiffSide.Same, old[i++]));
                j++;
            }
            else if (i < old.Length && (common is null || j == now.Length || common[i + 1][j] >= common[i][j + 1]))
            {
                lines.Add(new DiffLine(DiffSide.Gone, old[i++]));
            }
            else
            {
                lines.Add(new DiffLine(DiffSide.New, now[j++]));
            }
        }
    }

    /// <summary>How many lines the rests of both texts have in common, from each pair of lines on.</summary>
    private static int[][] CommonLengths(ReadOnlySpan<string> old, ReadOnlySpan<string> now)
    {
        var lengths = new int[old.Length + 1][];
        lengths[old.Length] = new int[now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            lengths[i] = new int[now.Length + 1];
            for (var j = now.Length - 1; j >= 0; j--)
            {
                lengths[i][j] = old[i] == now[j] ? lengths[i + 1][j + 1] + 1 : Math.Max(lengths[i + 1][j], lengths[i][j + 1]);
            }
        }

        return lengths;
    }
}
