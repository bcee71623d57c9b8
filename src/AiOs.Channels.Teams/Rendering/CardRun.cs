using System.Text.Json.Nodes;

namespace AiOs.Channels.Teams.Rendering;

/// <summary>
/// A stretch of a line. It becomes a TextRun, which reads no markdown and no mentions; dates in double braces,
/// which it would read, are cut apart before they get here.
/// </summary>
/// <param name="Style">How it looks.</param>
/// <param name="Text">The text.</param>
internal readonly record struct CardRun(RunStyle Style, string Text)
{
    public JsonObject ToJson()
    {
        var json = new JsonObject { ["type"] = "TextRun", ["text"] = Text };
        switch (Style)
        {
            case RunStyle.Bold:
                json["weight"] = "Bolder";
                break;
            case RunStyle.Title:
                (json["weight"], json["size"]) = ("Bolder", "Large");
                break;
            case RunStyle.Quiet:
                (json["isSubtle"], json["italic"]) = (true, true);
                break;
            case RunStyle.Gone:
                (json["strikethrough"], json["color"]) = (true, "Attention");
                break;
            case RunStyle.New:
                json["color"] = "Good";
                break;
            case RunStyle.Mark:
                (json["highlight"], json["fontType"]) = (true, "Monospace");
                break;
            default:
                break;
        }

        return json;
    }
}
