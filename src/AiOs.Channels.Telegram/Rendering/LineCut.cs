using System.Globalization;

namespace AiOs.Channels.Telegram.Rendering;

/// <summary>Cuts a line that fits no message into such that do. Never inside a character, and never unseen.</summary>
internal static class LineCut
{
    private static readonly TelegramSpan GoesOn = new(TelegramStyle.Mark, "[this line goes on]");

    public static IEnumerable<TelegramLine> Cut(TelegramLine line, int longest, int mostEntities)
    {
        var room = longest - GoesOn.Text.Length - 1;
        List<TelegramSpan> part = [];
        var used = 0;
        var rest = new Queue<TelegramSpan>(line.Spans);
        while (rest.TryDequeue(out var span))
        {
            for (var text = span.Text; text.Length > 0;)
            {
                var take = part.Count >= mostEntities - 1 ? 0 : Fitting(text, room - used);
                if (take == 0)
                {
                    yield return line with { Spans = [.. part, GoesOn] };
                    (part, used) = ([], 0);
                    continue;
                }

                part.Add(span with { Text = text[..take] });
                used += take;
                text = text[take..];
            }
        }

        yield return line with { Spans = part };
    }

    /// <summary>How much of the text fits without cutting a character; an endless heap of accents counts as many.</summary>
    private static int Fitting(string text, int room)
    {
        if (text.Length <= room)
        {
            return text.Length;
        }

        var length = 0;
        while (length < text.Length)
        {
            var next = StringInfo.GetNextTextElementLength(text, length);
            if (length + next > room)
            {
                break;
            }

            length += next;
        }

        return length > 0 || room < 64 ? length : char.IsHighSurrogate(text[room - 1]) ? room - 1 : room;
    }
}
