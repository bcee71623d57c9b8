using System.Text.Json.Nodes;

namespace AiOs.Channels.Teams.Rendering;

/// <summary>One part of a card: lines that stand together.</summary>
/// <param name="Style">The container's style; nothing is the plain one.</param>
/// <param name="Lines">The lines, each a list of stretches.</param>
internal sealed record CardPart(string? Style, IReadOnlyList<IReadOnlyList<CardRun>> Lines)
{
    /// <summary>A picture under the lines, which say the same in words; left out where it does not fit.</summary>
    public CardPicture? Picture { get; init; }

    public JsonObject ToJson()
    {
        var items = new JsonArray();
        foreach (var line in Lines)
        {
            var block = new JsonObject { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray([.. line.Select(static run => run.ToJson())]) };
            if (items.Count > 0)
            {
                block["spacing"] = "None";
            }

            items.Add(block);
        }

        if (Picture is not null)
        {
            items.Add(Picture.ToJson());
        }

        var container = new JsonObject { ["type"] = "Container", ["spacing"] = "Medium", ["items"] = items };
        if (Style is not null)
        {
            container["style"] = Style;
        }

        return container;
    }
}
