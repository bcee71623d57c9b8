using System.Text;

namespace AiOs.Channels.Web.Html;

/// <summary>
/// Turns any text into HTML that shows it and nothing else: markup is escaped, and what the eye cannot see (controls,
/// bidirectional overrides, zero-width and filler characters) becomes a placeholder one can see.
/// </summary>
internal static class HtmlText
{
    /// <summary>Appends the text.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="text">Any text; nothing is an empty one.</param>
    /// <param name="marked">Whether placeholders and odd words may be marked by elements of their own.</param>
    public static void Append(StringBuilder html, string? text, bool marked)
    {
        var rest = text.AsSpan();
        var before = default(Rune);
        while (!rest.IsEmpty)
        {
            var hidden = HiddenRun.At(rest, before);
            var word = hidden.Length > 0 ? 0 : MixedWord.LengthAt(rest, before);
            if (hidden.Length > 0)
            {
                AppendPlaceholder(html, hidden, marked);
                before = default;
            }
            else if (word > 0)
            {
                AppendWord(html, rest[..word], marked);
                before = new Rune('a');
            }
            else
            {
                before = AppendNext(html, rest);
                word = before.Utf16SequenceLength;
            }

            rest = rest[(hidden.Length + word)..];
        }
    }

    private static Rune AppendNext(StringBuilder html, ReadOnlySpan<char> rest)
    {
        var good = Rune.DecodeFromUtf16(rest, out var rune, out _) == System.Buffers.OperationStatus.Done;
        _ = rune.Value switch
        {
            '&' => html.Append("&amp;"),
            '<' => html.Append("&lt;"),
            '>' => html.Append("&gt;"),
            '"' => html.Append("&quot;"),
            '\'' => html.Append("&#39;"),
            '\r' => rest.Length > 1 && rest[1] == '\n' ? html : html.Append('\n'),
            _ => html.Append(good ? rest[..rune.Utf16SequenceLength] : "\uFFFD"),
        };
        return rune;
    }

    private static void AppendPlaceholder(StringBuilder html, HiddenRun run, bool marked) => _ = marked
        ? html.Append("<span class=\"hidden-char\" title=\"What stands here is invisible\">").Append(run.Name).Append("</span>")
        : html.Append('[').Append(run.Name).Append(']');

    private static void AppendWord(StringBuilder html, ReadOnlySpan<char> word, bool marked)
    {
        // Letters, digits, dots and at-signs: nothing of it needs escaping.
        _ = marked
            ? html.Append("<mark class=\"mixed\">").Append(word).Append("<small> mixed alphabets</small></mark>")
            : html.Append(word).Append(" [mixed alphabets]");
    }
}
