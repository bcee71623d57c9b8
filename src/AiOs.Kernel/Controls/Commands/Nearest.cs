namespace AiOs.Kernel.Controls.Commands;

/// <summary>The name that was probably meant. Pure.</summary>
internal static class Nearest
{
    private const int MostWrong = 2;

    /// <summary>The only name that begins like it, else the one with the fewest letters wrong; nothing where more than two are.</summary>
    public static string? Of(string typed, IEnumerable<string> names)
    {
        var word = typed.ToLowerInvariant();
        var all = names.ToArray();
        if (word.Length > 1 && all.Where(name => name.StartsWith(word, StringComparison.Ordinal)).Take(2).ToArray() is [var only])
        {
            return only;
        }

        var best = all.Select(name => (Name: name, Wrong: Distance(word, name))).OrderBy(one => one.Wrong).FirstOrDefault();
        return best.Name is not null && best.Wrong <= Math.Min(MostWrong, word.Length / 2) ? best.Name : null;
    }

    /// <summary>How many letters have to be put in, taken out, replaced, or changed places with their neighbour.</summary>
    internal static int Distance(string left, string right)
    {
        int[] before = [];
        int[] above = [.. Enumerable.Range(0, right.Length + 1)];
        for (var row = 1; row <= left.Length; row++)
        {
            var current = new int[right.Length + 1];
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var replaced = above[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1);
                var least = Math.Min(replaced, Math.Min(above[column], current[column - 1]) + 1);
                var swapped = row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1];
                current[column] = swapped ? Math.Min(least, before[column - 2] + 1) : least;
            }

            (before, above) = (above, current);
        }

        return above[right.Length];
    }
}
