using AiOs.Channels.Web.Html;
using AiOs.Contracts.Cards.Plain;

namespace AiOs.Channels.Web.Tests.Html;

public sealed class HtmlWriterTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("a & b", "a &amp; b")]
    [InlineData("\"'", "&quot;&#39;")]
    [InlineData("line\r\nline\rline\nline", "line\nline\nline\nline")]
    [InlineData(null, "")]
    [InlineData("日本語 Ünï 👩‍👧 ❤️", "日本語 Ünï 👩‍👧 ❤️")]
    public void Write_Value_IsEscaped(string? value, string expected) => Assert.Equal($"<p>{expected}</p>", InText(value));

    [Fact]
    public void Write_ValueInAttribute_CannotLeaveIt()
    {
        var html = new HtmlWriter();
        var value = "\" onclick=\"alert(1)\u202E";
        html.Write($"<p title=\"{value}\">x</p>");
        Assert.Equal("<p title=\"&quot; onclick=&quot;alert(1)[U+202E]\">x</p>", html.ToString());
    }

    [Fact]
    public void Write_ValueWhereATagIs_Throws()
    {
        var value = "onclick=alert(1)";
        Assert.Throws<InvalidOperationException>(() => new HtmlWriter().Write($"<p {value}>x</p>"));
        Assert.Throws<InvalidOperationException>(() => new HtmlWriter().Write($"<p title={value}>x</p>"));
        Assert.Throws<InvalidOperationException>(() => new HtmlWriter().Write($"<{value}>"));
    }

    [Theory]
    [InlineData("gpj.\u202Eexe", "U+202E")]
    [InlineData("a\u200Bb", "U+200B")]
    [InlineData("a\u0000b", "U+0000")]
    [InlineData("a\u0085b", "U+0085")]
    [InlineData("a\u2066b", "U+2066")]
    [InlineData("a\uFEFFb", "U+FEFF")]
    [InlineData("a\u00ADb", "U+00AD")]
    [InlineData("a\u3164b", "U+3164")]
    [InlineData("a\u2028b", "U+2028")]
    [InlineData("a\U000E0041b", "U+E0041")]
    [InlineData("a\u200Db", "U+200D")]
    [InlineData("a\u200C\u00A0\u200C \u200Cb", "U+200C ×3")]
    [InlineData("a\u200C\u034F\u00ADb", "3 hidden characters")]
    public void Write_WhatTheEyeCannotSee_IsShown(string value, string name)
    {
        var html = InText(value);
        Assert.Contains($">{name}</span>", html, StringComparison.Ordinal);
        Assert.DoesNotContain(html, static c => c is '\u202E' or '\u200B' or '\0' or '\u2066' or '\u200C' or '\u2028');
    }

    [Fact]
    public void Write_LoneSurrogate_IsReplaced() => Assert.Equal("<p>a\uFFFDb</p>", InText("a\uD800b"));

    [Theory]
    [InlineData("p\u0430ypal.com", true)]
    [InlineData("anna@ex\u0430mple.com", true)]
    [InlineData("\u0420\u0443\u0441ский и English", false)]
    [InlineData("IT-компания", false)]
    [InlineData("5 \u03BCm", false)]
    [InlineData("straße.example", false)]
    public void Write_WordOfMixedAlphabets_IsMarked(string value, bool marked)
    {
        Assert.Equal(marked, InText(value).Contains("<mark class=\"mixed\">", StringComparison.Ordinal));
        var html = new HtmlWriter();
        html.Write($"<title>{value:plain}</title>");
        Assert.Equal(marked, html.ToString().Contains("[mixed alphabets]", StringComparison.Ordinal));
        Assert.DoesNotContain("<mark", html.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ChangedLines_KeepsWhatIsCommon()
    {
        var lines = LineDiff.Of("a\nb\nc\nd", "a\nx\nc\ny\nd");
        Assert.Equal(
            [
                new DiffLine(DiffSide.Same, "a"), new DiffLine(DiffSide.Gone, "b"), new DiffLine(DiffSide.New, "x"),
                new DiffLine(DiffSide.Same, "c"), new DiffLine(DiffSide.New, "y"), new DiffLine(DiffSide.Same, "d"),
            ],
            lines);
    }

    [Fact]
    public void Of_HugeTexts_IsBounded()
    {
        var before = string.Join('\n', Enumerable.Range(0, 5000));
        var after = string.Join('\n', Enumerable.Range(10_000, 5000));
        Assert.Equal(10_000, LineDiff.Of(before, after).Count);
    }

    private static string InText(string? value)
    {
        var html = new HtmlWriter();
        html.Write($"<p>{value}</p>");
        return html.ToString();
    }
}
