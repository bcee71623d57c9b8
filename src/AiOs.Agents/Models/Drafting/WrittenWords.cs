using System.ComponentModel;

namespace AiOs.Agents.Models.Drafting;

/// <summary>
/// All that a model may write of a draft: words that go out. Whom, how much, where to and when are not its to say, and what is said to the operator (the
/// summary, the question) is the program's own: whoever writes to a model must not speak to the operator in its voice.
/// </summary>
/// <param name="Subject">The subject of the mail, or the title of the note.</param>
/// <param name="Text">The body of the mail, or the text of the note.</param>
public sealed record WrittenWords(
    [property: Description("The subject or title. Empty to keep it.")] string Subject,
    [property: Description("The whole body as plain text. Empty to keep it.")] string Text)
{
    /// <summary>Another text, and all else as it was.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The words.</returns>
    public static WrittenWords Body(string text) => new(string.Empty, text);
}
