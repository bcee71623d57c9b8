using System.Globalization;
using System.Text;

namespace AiOs.Channels.Teams.Rendering;

/// <summary>Packs parts into cards of a size. A part may go on in the next card; a line that no card holds is cut with a mark.</summary>
internal static class PartPacking
{
    private const int LongestRun = 3000;

    /// <summary>What a container costs around its lines.</summary>
    private const int Frame = 100;

    public static List<List<CardPart>> Pack(IEnumerable<CardPart> parts, int budget)
    {
        List<List<CardPart>> pages = [[]];
        var used = 0;
        foreach (var part in parts)
        {
            if (NeedsRoom(part, used, budget))
            {
                pages.Add([]);
                used = 0;
            }

            List<IReadOnlyList<CardRun>> lines = [];
            used += Frame;
            foreach (var line in part.Lines.SelectMany(Cut))
            {
                var length = SizeOf(line);
                if (used + length > budget && used > Frame)
                {
                    Close(pages, part with { Picture = null }, lines);
                    pages.Add([]);
                    (lines, used) = ([], Frame);
                }

                lines.Add(line);
                used += length;
            }

            var size = part.Picture?.Size ?? 0;
            var fits = used + size <= budget;
            used += fits ? size : 0;
            Close(pages, fits ? part : part with { Picture = null }, lines);
        }

        return pages;
    }

    /// <summary>A picture that fits into a card, but not into the rest of this one, gets the next.</summary>
    private static bool NeedsRoom(CardPart part, int used, int budget)
    {
        if (part.Picture is not { } picture || used == 0)
        {
            return false;
        }

        var whole = Frame + part.Lines.SelectMany(Cut).Sum(SizeOf) + picture.Size;
        return whole <= budget && used + whole > budget;
    }

    private static void Close(List<List<CardPart>> pages, CardPart part, List<IReadOnlyList<CardRun>> lines)
    {
        if (lines.Count > 0)
        {
            pages[^1].Add(part with { Lines = lines });
        }
    }

    private static int SizeOf(IReadOnlyList<CardRun> line) =>
        64 + line.Sum(static run => Encoding.UTF8.GetByteCount(AdaptiveJson.Write(run.ToJson())) + 1);

    private static IEnumerable<IReadOnlyList<CardRun>> Cut(IReadOnlyList<CardRun> line)
    {
        List<CardRun> part = [];
        var used = 0;
        foreach (var run in line.SelectMany(Cut))
        {
            if (used + run.Text.Length + 40 > LongestRun + 40 || part.Count >= 60)
            {
                yield return [.. part, new CardRun(RunStyle.Mark, "[this line goes on]")];
                (part, used) = ([], 0);
            }

            part.Add(run);
            used += run.Text.Length;
        }

        yield return part;
    }

    /// <summary>Never inside a character; an endless heap of accents counts as many.</summary>
    private static IEnumerable<CardRun> Cut(CardRun run)
    {
        var rest = run.Text;
        while (rest.Length > LongestRun)
        {
            var take = 0;
            for (var next = StringInfo.GetNextTextElementLength(rest); take + next <= LongestRun; next = StringInfo.GetNextTextElementLength(rest, take))
            {
                take += next;
            }

            take = take > 0 ? take : char.IsHighSurrogate(rest[LongestRun - 1]) ? LongestRun - 1 : LongestRun;
            yield return run with { Text = rest[..take] };
            rest = rest[take..];
        }

        yield return run with { Text = rest };
    }
}
