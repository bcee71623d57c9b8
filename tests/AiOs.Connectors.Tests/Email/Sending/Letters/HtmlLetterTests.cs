using System.Net;
using System.Text.RegularExpressions;
using AiOs.Connectors.Email.Sending.Letters;

namespace AiOs.Connectors.Tests.Email.Sending.Letters;

/// <summary>The HTML part says what was approved, all of it and nothing else.</summary>
public sealed partial class HtmlLetterTests
{
    [Fact]
    public void Of_Letter_HasItsParagraphsLinesAndQuotes() =>
        Assert.Equal(
            """
            <!DOCTYPE html>
            <html>
            <head><meta charset="utf-8"></head>
            <body>
            <p>Hello Mira,</p>
            <p>two lines<br>
            of one paragraph &amp; &lt;b&gt;no markup&lt;/b&gt;</p>
            <blockquote>
            <p>What do you think?</p>
            <blockquote>
            <p>older</p>
            </blockquote>
            </blockquote>
            <p>Olga</p>
            </body>
            </html>

            """.ReplaceLineEndings("\n"),
            HtmlLetter.Of("Hello Mira,\n\ntwo lines\nof one paragraph & <b>no markup</b>\n\n> What do you think?\n>> older\n\nOlga\n"));

    [Theory]
    [InlineData("See https://shop.example/a?b=1&c=\"2\" <https://evil.example>")]
    [InlineData("<a href=\"https://evil.example\">https://bank.example</a>")]
    [InlineData("<script>alert(1)</script> <img src=x onerror=y>")]
    [InlineData("<!-- hidden --> &lt;shown&gt; &amp;amp;")]
    public void Of_LinksAndMarkup_StayTextThatHidesNothing(string text)
    {
        var html = HtmlLetter.Of(text);
        Assert.All(Tag().Matches(html), tag => Assert.Contains(tag.Value, (string[])["<!DOCTYPE html>", "<html>", "</html>", "<head>", "</head>", "<meta charset=\"utf-8\">", "<body>", "</body>", "<p>", "</p>"], StringComparer.Ordinal));
        Assert.Equal(text, WordsOf(html));
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("a  b   c\n  indented\n\ttab")]
    [InlineData(">5 means more, > is no quote in a line, and >\n> this is\n>\n> a quote\n> > deeper\nout again")]
    [InlineData("one\n\n\n\nfar below")]
    [InlineData("日本語 — Größe: 5 €")]
    [InlineData("> quoted to the end")]
    public void Of_AnyText_SaysTheSameWordsInTheSameOrder(string text)
    {
        Assert.Equal(Bare(text), Bare(WordsOf(HtmlLetter.Of(text))));
        Assert.Equal(HtmlLetter.Of(text), HtmlLetter.Of(text));
    }

    [Fact]
    public void Of_SeededTexts_LoseNoWordAndMakeNoTagOfTheirOwn()
    {
        var random = new Random(7);
        const string Letters = "ab &<>\"'/=\t> >\n\n;#x ";
        for (var round = 0; round < 2000; round++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(1, 80)).Select(_ => Letters[random.Next(Letters.Length)])]);
            var html = HtmlLetter.Of(text);
            Assert.Equal(Bare(text), Bare(WordsOf(html)));
            Assert.All(Tag().Matches(html), tag => Assert.Matches(@"\A<(!DOCTYPE html|/?(html|head|body|p|blockquote)|br|meta charset=""utf-8"")>\z", tag.Value));
            Assert.Equal(Count(html, "<blockquote>"), Count(html, "</blockquote>"));
            Assert.Equal(Count(html, "<p>"), Count(html, "</p>"));
        }
    }

    [Theory]
    [InlineData("a & b")]
    [InlineData("<b>")]
    public void Of_WithoutEscaping_WouldBeCaughtByTheSameLook(string text) =>
        Assert.NotEqual(text + "!", WordsOf(HtmlLetter.Of(text).Replace("&amp;", "&amp;amp;", StringComparison.Ordinal).Replace("&lt;b&gt;", "<b>", StringComparison.Ordinal)) + "!");

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static string WordsOf(string html) => WebUtility.HtmlDecode(Tag().Replace(html, string.Empty)).Replace('\u00a0', ' ').Trim();

    /// <summary>Without what is shape: spaces, line ends and the signs of quotes.</summary>
    private static string Bare(string text) => Shape().Replace(text, string.Empty);

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"[\s>]")]
    private static partial Regex Shape();
}
