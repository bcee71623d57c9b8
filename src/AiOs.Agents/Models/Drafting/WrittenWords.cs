using System.ComponentModel;

namespace AiOs.Agents.Models.Drafting;

/// <summary>All that a model may write of a draft: words. Whom, how much, where to and when are not its to say.</summary>
/// <param name="Summary">What the draft would do.</param>
/// <param name="Subject">The subject of the mail, or the title of the note.</param>
/// <param name="Text">The body of the mail, or the text of the note.</param>
/// <param name="Question">The question to the operator, where the draft asks one.</param>
public sealed record WrittenWords(
    [property: Description("What the draft would do, in one short sentence. Empty to keep it.")] string Summary,
    [property: Description("The subject or title. Empty to keep it.")] string Subject,
    [property: Description("The whole body as plain text. Empty to keep it.")] string Text,
    [property: Description("The question to the operator, only where the draft has one. Empty to keep it.")] string Question)
{
    /// <summary>Another text, and all else as it was.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The words.</returns>
    public static WrittenWords Body(string text) => new(string.Empty, string.Empty, text, string.Empty);
}
