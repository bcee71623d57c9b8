using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using AiOs.Contracts.Ids;

namespace AiOs.Channels.Web.Html;

/// <summary>
/// Writes HTML. Markup comes only from the literal parts of an interpolated string in our source; whatever stands in
/// a hole is text and is escaped for where it stands: between tags or inside a quoted attribute. A hole anywhere else
/// throws. There is no way to pass markup as a value.
/// </summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder _out = new(16 * 1024);
    private bool _inTag;
    private bool _inQuotes;

    /// <summary>Writes <c>$"&lt;p&gt;{text}&lt;/p&gt;"</c>. Markup without a hole needs its <c>$</c> too: a plain string does not fit.</summary>
    public void Write([InterpolatedStringHandlerArgument("")] Markup markup)
    {
        _ = markup;
        if (_inQuotes)
        {
            throw new InvalidOperationException("An attribute ends where it begins: in one call.");
        }
    }

    public override string ToString() => _out.ToString();

    private void Literal(string markup)
    {
        foreach (var c in markup)
        {
            if (!_inTag)
            {
                _inTag = c == '<';
            }
            else if (c == '"')
            {
                _inQuotes = !_inQuotes;
            }
            else if (c == '>' && !_inQuotes)
            {
                _inTag = false;
            }
        }

        _out.Append(markup);
    }

    private void Value(string? text, bool plain)
    {
        if (_inTag && !_inQuotes)
        {
            throw new InvalidOperationException("A value may stand between tags or inside a quoted attribute only.");
        }

        HtmlText.Append(_out, text, marked: !_inTag && !plain);
    }

    /// <summary>Takes the parts of one interpolated string.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Markup
    {
        private readonly HtmlWriter _html;

        public Markup(int literalLength, int formattedCount, HtmlWriter html)
        {
            _ = literalLength + formattedCount;
            _html = html;
        }

        public void AppendLiteral(string value) => _html.Literal(value);

        public void AppendFormatted(string? value) => _html.Value(value, plain: false);

        /// <summary>With <c>:plain</c> hidden characters are told in text alone, for elements that hold no other element.</summary>
        public void AppendFormatted(string? value, string format) => _html.Value(value, plain: format == "plain");

        public void AppendFormatted(long value) => _html._out.Append(CultureInfo.InvariantCulture, $"{value}");

        public void AppendFormatted<T>(T value)
            where T : struct, ITextId<T> => _html.Value(value.ToString(), plain: false);
    }
}
