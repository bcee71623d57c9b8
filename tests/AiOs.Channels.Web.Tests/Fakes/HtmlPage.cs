using System.Net;
using System.Text.RegularExpressions;

namespace AiOs.Channels.Web.Tests.Fakes;

/// <summary>
/// Just enough of an HTML reader for our own pages: it accepts only quoted attributes and closed elements, so that
/// a page that a value broke out of does not pass for one.
/// </summary>
internal sealed partial class HtmlPage
{
    private static readonly HashSet<string> Void = ["meta", "link", "input", "img", "rect", "path", "circle"];

    public HtmlPage(string html)
    {
        const string Doctype = "<!doctype html>";
        Stack<HtmlNode> open = [];
        var at = html.StartsWith(Doctype, StringComparison.Ordinal) ? Doctype.Length : 0;
        foreach (Match tag in Tag().Matches(html))
        {
            AddText(open, html[at..tag.Index]);
            at = tag.Index + tag.Length;
            if (tag.Groups["close"].Success)
            {
                Assert.True(open.Count > 0 && open.Peek().Name == tag.Groups["name"].Value, $"</{tag.Groups["name"].Value}> closes nothing");
                open.Pop();
                continue;
            }

            var node = new HtmlNode(tag.Groups["name"].Value, Attributes(tag.Groups["attributes"].Value), [.. open.Reverse()]);
            All.Add(node);
            if (!Void.Contains(node.Name))
            {
                open.Push(node);
            }
        }

        AddText(open, html[at..]);
        Assert.Empty(open);
    }

    public List<HtmlNode> All { get; } = [];

    public IEnumerable<HtmlNode> Named(string name) => All.Where(node => node.Name == name);

    public HtmlNode? ById(string id) => All.SingleOrDefault(node => node["id"] == id);

    public IEnumerable<string> Buttons => Named("button").Select(node => node.Text.Trim());

    private static void AddText(Stack<HtmlNode> open, string text)
    {
        Assert.DoesNotContain('<', text);
        foreach (var node in open)
        {
            node.Text += WebUtility.HtmlDecode(text);
        }
    }

    private static Dictionary<string, string> Attributes(string text) =>
        Attribute().Matches(text).ToDictionary(match => match.Groups["name"].Value, match => WebUtility.HtmlDecode(match.Groups["value"].Value));

    [GeneratedRegex("""<(?<close>/)?(?<name>[a-z][a-z0-9]*)(?<attributes>(\s+[A-Za-z-]+(="[^"]*")?)*)\s*/?>""")]
    private static partial Regex Tag();

    [GeneratedRegex("""(?<name>[A-Za-z-]+)(="(?<value>[^"]*)")?""")]
    private static partial Regex Attribute();
}
