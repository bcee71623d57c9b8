namespace AiOs.Channels.Web.Tests.Fakes;

/// <summary>One element of a page.</summary>
internal sealed class HtmlNode(string name, Dictionary<string, string> attributes, IReadOnlyList<HtmlNode> parents)
{
    public string Name { get; } = name;

    public Dictionary<string, string> Attributes { get; } = attributes;

    public IReadOnlyList<HtmlNode> Parents { get; } = parents;

    public string Text { get; set; } = string.Empty;

    public string? this[string attribute] => Attributes.GetValueOrDefault(attribute);
}
