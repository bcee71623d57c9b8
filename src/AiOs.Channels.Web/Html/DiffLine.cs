namespace AiOs.Channels.Web.Html;

/// <summary>One line of a comparison.</summary>
/// <param name="Side">Where it stands.</param>
/// <param name="Text">The line.</param>
internal readonly record struct DiffLine(DiffSide Side, string Text);
