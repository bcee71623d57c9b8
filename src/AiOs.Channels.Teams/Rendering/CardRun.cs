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
            // No colours: the green of one theme and the red of the other are too faint to read on what Teams puts behind them.
            case RunStyle.Gone:
                json["strikethrough"] = true;
                break;
            // The dark theme hardly shows a highlight.
            case RunStyle.Mark:
                (json["highlight"], json["fontType"], json["weight"]) = (true, "Monospace", "Bolder");
                break;
            default:
                break;
        }

        return json;
    }
}
