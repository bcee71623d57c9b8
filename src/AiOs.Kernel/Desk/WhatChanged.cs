using AiOs.Contracts.Cards;
using AiOs.Contracts.Effects;

namespace AiOs.Kernel.Desk;

/// <summary>What is different from the card before: only the lines that changed, with one line around them.</summary>
internal static class WhatChanged
{
    /// <summary>Compares what was shown with what is shown now.</summary>
    /// <param name="before">The effects of the card before, in order; empty where there was none.</param>
    /// <param name="now">The effects of this card, in order.</param>
    /// <returns>The differences; one line where there are none.</returns>
    public static IReadOnlyList<CardBlock> Between(IReadOnlyList<EffectPreview> before, IReadOnlyList<EffectPreview> now)
    {
        if (before.Count == 0)
        {
            return [];
        }

        var blocks = new List<CardBlock>();
        for (var at = 0; at < Math.Max(before.Count, now.Count); at++)
        {
            var (old, fresh) = (TextAt(before, at), TextAt(now, at));
            if (old != fresh)
            {
                blocks.Add(Trimmed(old.Split('\n'), fresh.Split('\n')));
            }
        }

        return blocks.Count > 0 ? blocks : [new CardBlock.Hint("Nothing in it is different from the card before.")];
    }

    private static string TextAt(IReadOnlyList<EffectPreview> previews, int at) => at < previews.Count ? EffectViews.PlainText(previews[at]) : string.Empty;

    private static CardBlock.Diff Trimmed(string[] before, string[] after)
    {
        var most = Math.Min(before.Length, after.Length);
        var head = 0;
        while (head < most && before[head] == after[head])
        {
            head++;
        }

        var tail = 0;
        while (tail < most - head && before[^(tail + 1)] == after[^(tail + 1)])
        {
            tail++;
        }

        var (first, last) = (Math.Max(0, head - 1), Math.Max(0, tail - 1));
        return new CardBlock.Diff(string.Join('\n', before[first..^last]), string.Join('\n', after[first..^last]));
    }
}
