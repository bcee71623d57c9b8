namespace AiOs.Contracts.Cards;

/// <summary>One part of a card. Values are plain text: a renderer escapes them for its channel and never reads markup in them.</summary>
public abstract record CardBlock
{
    private CardBlock()
    {
    }

    /// <summary>A paragraph in the program's own words.</summary>
    /// <param name="Value">Plain text.</param>
    public sealed record Text(string Value) : CardBlock;

    /// <summary>A quiet line: something worth knowing that asks for nothing.</summary>
    /// <param name="Value">Plain text.</param>
    public sealed record Hint(string Value) : CardBlock;

    /// <summary>A line that must be noticed.</summary>
    /// <param name="Value">Plain text.</param>
    public sealed record Warning(string Value) : CardBlock;

    /// <summary>Names and values in rows.</summary>
    /// <param name="Rows">The rows, in order.</param>
    public sealed record Facts(IReadOnlyList<Fact> Rows) : CardBlock;

    /// <summary>Words that are not the program's own, shown as such.</summary>
    /// <param name="Source">Whose words.</param>
    /// <param name="Value">Plain text with line ends as LF; shown whole.</param>
    public sealed record Quote(string Source, string Value) : CardBlock;

    /// <summary>What changed between two texts, line by line.</summary>
    /// <param name="Before">The text before.</param>
    /// <param name="After">The text after.</param>
    public sealed record Diff(string Before, string After) : CardBlock;

    /// <summary>A picture that the program drew. Where it cannot be shown, its words are.</summary>
    /// <param name="Words">What it shows, in words: whoever cannot see it misses nothing.</param>
    /// <param name="Png">The picture as PNG; at most 1 MB.</param>
    public sealed record Image(string Words, ReadOnlyMemory<byte> Png) : CardBlock;
}
