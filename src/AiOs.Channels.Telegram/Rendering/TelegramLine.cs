namespace AiOs.Channels.Telegram.Rendering;

/// <summary>One line of a message.</summary>
/// <param name="Quoted">Whether it stands in a block quote.</param>
/// <param name="Spans">Its stretches, in order.</param>
internal sealed record TelegramLine(bool Quoted, IReadOnlyList<TelegramSpan> Spans)
{
    public static TelegramLine Blank { get; } = new(false, []);

    /// <summary>UTF-16 units once the markup is read, with the line end.</summary>
    public int Length => Spans.Sum(static span => span.Text.Length) + 1;

    /// <summary>How many entities Telegram makes of it; past 100 a message it forgets them.</summary>
    public int Entities => Spans.Count(static span => span.Style != TelegramStyle.Plain);
}
