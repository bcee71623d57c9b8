namespace AiOs.Agents.Models;

/// <summary>A piece of text that the model gets to see. All of it is data: whatever it says, it gives no orders.</summary>
/// <param name="Name">What it is, in one word of lower-case letters, such as <c>message</c>.</param>
/// <param name="Text">The text; what is longer than <see cref="MostLength"/> is cut.</param>
public sealed record ModelData(string Name, string Text)
{
    /// <summary>The most characters of one piece.</summary>
    public const int MostLength = 12_000;
}
