namespace AiOs.Agents.Drafting.Preferences;

/// <summary>Gives a letter that a model worded the greeting and the closing again that the draft had as the operator prefers them. Pure.</summary>
internal static class WordedFrame
{
    private const int LongestLine = 60;
    private const int MostLines = 4;

    /// <summary>Puts them back.</summary>
    /// <param name="drafted">The letter before the model.</param>
    /// <param name="worded">The letter after it.</param>
    /// <param name="greeting">Whether its greeting is a preference.</param>
    /// <param name="closing">Whether its closing is one.</param>
    /// <returns>The letter.</returns>
    public static string Keep(string drafted, string worded, bool greeting, bool closing)
    {
        var frame = drafted.TrimEnd().Split("\n\n");
        var blocks = worded.TrimEnd().Split("\n\n").ToList();
        if (frame.Length < 2 || blocks.Count == 0)
        {
            return worded;
        }

        if (greeting && blocks[0] != frame[0])
        {
            Put(blocks, 0, frame[0], IsGreeting(blocks[0]) && blocks.Count > 1);
        }

        if (closing && blocks[^1] != frame[^1])
        {
            Put(blocks, blocks.Count, frame[^1], IsClosing(blocks[^1]) && blocks.Count > 1);
        }

        return string.Join("\n\n", blocks) + "\n";
    }

    private static void Put(List<string> blocks, int at, string block, bool instead)
    {
        if (instead)
        {
            blocks[Math.Min(at, blocks.Count - 1)] = block;
        }
        else
        {
            blocks.Insert(at, block);
        }
    }

    private static bool IsGreeting(string block) => block.Length <= LongestLine && !block.Contains('\n', StringComparison.Ordinal) && block.TrimEnd() is ([.., ','] or [.., '!']);

    private static bool IsClosing(string block)
    {
        var lines = block.Split('\n');
        return lines.Length <= MostLines && lines.All(line => line.Length <= LongestLine) && lines[0].TrimEnd() is not ([.., '.'] or [.., '?'] or [.., ':']);
    }
}
