namespace AiOs.Channels.Teams.Tests.Rendering;

/// <summary>What the page says about a card that it drew.</summary>
internal sealed class Drawn
{
    public string[] Found { get; set; } = [];

    public string Text { get; set; } = string.Empty;

    public int Links { get; set; }

    public string[] Cut { get; set; } = [];

    public string[] Faint { get; set; } = [];
}
