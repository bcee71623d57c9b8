using MimeKit.Text;

namespace AiOs.Connectors.Email.Text;

/// <summary>
/// Turns HTML into the text that a person would see: no scripts, no styles, nothing fetched. Links keep their address beside them,
/// blocks become lines, quotations get <c>&gt;</c>. Hidden text stays in, so that the operator sees what the program sees.
/// </summary>
internal sealed class HtmlText
{
    private const string Line = "________________________________";

    private readonly HtmlWriter _out;
    private readonly List<HtmlTagId> _skip = [];
    private (int Start, string Target)? _link;
    private bool _row;
    private bool _tight;

    private HtmlText(int most) => _out = new HtmlWriter(most);

    /// <summary>Converts.</summary>
    /// <param name="html">The HTML.</param>
    /// <param name="most">How many characters come out at most.</param>
    /// <returns>The text, and whether it was cut.</returns>
    public static (string Text, bool Cut) Of(string html, int most)
    {
        var text = new HtmlText(most);
        using var reader = new StringReader(html);
        var tokenizer = new HtmlTokenizer(reader) { DecodeCharacterReferences = true };
        while (!text._out.Full && tokenizer.ReadNextToken(out var token))
        {
            if (token is HtmlTagToken tag) text.Tag(tag);
            else if (token.Kind is HtmlTokenKind.Data or HtmlTokenKind.CData && text._skip.Count == 0) text._out.Words(((HtmlDataToken)token).Data);
        }

        return (text._out.ToString(), text._out.Full);
    }

    private void Tag(HtmlTagToken tag)
    {
        if (tag.Id is HtmlTagId.Script or HtmlTagId.Style or HtmlTagId.Head or HtmlTagId.Title or HtmlTagId.NoScript)
            Skip(tag);
        else if (tag.Id == HtmlTagId.Body)
            _skip.Clear();
        else if (_skip.Count == 0 && tag.IsEndTag)
            Close(tag.Id);
        else if (_skip.Count == 0)
            Open(tag);
    }

    private void Skip(HtmlTagToken tag)
    {
        if (tag.IsEndTag)
        {
            var open = _skip.LastIndexOf(tag.Id);
            if (open >= 0) _skip.RemoveRange(open, _skip.Count - open);
        }
        else if (!tag.IsEmptyElement && _skip.Count < 50)
        {
            _skip.Add(tag.Id);
        }
    }

    private void Open(HtmlTagToken tag)
    {
        switch (tag.Id)
        {
            case HtmlTagId.Br: _out.Break(); break;
            case HtmlTagId.HR: _out.Block(); _out.Words(Line); _out.Block(); break;
            case HtmlTagId.P: Paragraph(Attribute(tag, HtmlAttributeId.Class)); break;
            case HtmlTagId.Pre: _out.Block(); _out.Preformatted++; break;
            case HtmlTagId.BlockQuote: _out.Block(); _out.Quote(1); break;
            case HtmlTagId.LI: _out.Block(); _out.Words("- "); break;
            case HtmlTagId.TR: _out.Block(); _row = false; break;
            case HtmlTagId.TD or HtmlTagId.TH: Cell(); break;
            case HtmlTagId.Image: Picture(tag); break;
            case HtmlTagId.A: OpenLink(tag); break;
            default:
                if (IsHeading(tag.Id)) _out.Paragraph();
                else if (IsBlock(tag.Id)) _out.Block();
                break;
        }
    }

    private void Close(HtmlTagId id)
    {
        switch (id)
        {
            case HtmlTagId.A: CloseLink(); break;
            case HtmlTagId.Pre: _out.Preformatted = Math.Max(0, _out.Preformatted - 1); _out.Block(); break;
            case HtmlTagId.BlockQuote: _out.Block(); _out.Quote(-1); break;
            case HtmlTagId.P: EndParagraph(); break;
            default:
                if (IsHeading(id)) _out.Paragraph();
                else if (IsBlock(id) || id is HtmlTagId.TR or HtmlTagId.LI) _out.Block();
                break;
        }
    }

    /// <summary>Outlook writes each line as a paragraph without distance, and an empty one for each blank line.</summary>
    private void Paragraph(string? style)
    {
        _tight = style?.StartsWith("Mso", StringComparison.Ordinal) == true;
        if (_tight) _out.Block(tight: true);
        else _out.Paragraph();
    }

    private void EndParagraph()
    {
        if (_tight) _out.Block();
        else _out.Paragraph();
    }

    private void Cell()
    {
        if (_row) _out.Words(" ");
        _row = true;
    }

    private void Picture(HtmlTagToken tag)
    {
        if (Attribute(tag, HtmlAttributeId.Alt)?.Trim() is { Length: > 0 } alternative) _out.Words($"[{alternative}]");
    }

    private void OpenLink(HtmlTagToken tag)
    {
        CloseLink();
        if (Attribute(tag, HtmlAttributeId.Href)?.Trim() is { Length: > 0 and < 2000 } target) _link = (_out.Length, target);
    }

    private void CloseLink()
    {
        if (_link is not { } link) return;
        _link = null;
        var shown = _out.Since(link.Start).Trim();
        if (shown.Length == 0) return;
        if (link.Target.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
        {
            var address = Uri.UnescapeDataString(link.Target[7..].Split('?')[0]);
            if (!shown.Contains(address, StringComparison.OrdinalIgnoreCase)) _out.Words($" <{SafeText.OneLine(address)}>");
        }
        else if ((link.Target.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || link.Target.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            && !Same(shown, link.Target))
        {
            _out.Words($" ({SafeText.OneLine(link.Target)})");
        }
    }

    private static bool Same(string shown, string target) =>
        shown.TrimEnd('/').Equals(target.TrimEnd('/'), StringComparison.Ordinal)
        || shown.TrimEnd('/').Equals(target[(target.IndexOf("//", StringComparison.Ordinal) + 2)..].TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    private static string? Attribute(HtmlTagToken tag, HtmlAttributeId id)
    {
        foreach (var attribute in tag.Attributes)
        {
            if (attribute.Id == id) return attribute.Value;
        }

        return null;
    }

    private static bool IsHeading(HtmlTagId id) => id is HtmlTagId.H1 or HtmlTagId.H2 or HtmlTagId.H3 or HtmlTagId.H4 or HtmlTagId.H5 or HtmlTagId.H6;

    private static bool IsBlock(HtmlTagId id) => id is HtmlTagId.Div or HtmlTagId.Table or HtmlTagId.UL or HtmlTagId.OL or HtmlTagId.DL or HtmlTagId.DT
        or HtmlTagId.DD or HtmlTagId.Section or HtmlTagId.Article or HtmlTagId.Header or HtmlTagId.Footer or HtmlTagId.Address or HtmlTagId.Center
        or HtmlTagId.FieldSet or HtmlTagId.Form or HtmlTagId.Main or HtmlTagId.Nav or HtmlTagId.Aside or HtmlTagId.Caption or HtmlTagId.TBody;
}
