using System.Text.Json.Nodes;

namespace AiOs.Channels.Teams.Rendering;

/// <summary>A picture that travels in the card itself: nothing has to be fetched, so nobody is told who looks.</summary>
/// <param name="Png">The picture.</param>
internal sealed record CardPicture(ReadOnlyMemory<byte> Png)
{
    private const string Lead = "data:image/png;base64,";
    private const int Frame = 120;

    /// <summary>What it costs of a card, in bytes.</summary>
    public int Size => Frame + Lead.Length + (4 * ((Png.Length + 2) / 3));

    /// <summary>Its words stand in the line above it and nowhere else, where they could be read as something else.</summary>
    public JsonObject ToJson() => new()
    {
        ["type"] = "Image",
        ["url"] = Lead + Convert.ToBase64String(Png.Span),
        ["altText"] = "The picture described above",
        ["size"] = "Stretch",
    };
}
