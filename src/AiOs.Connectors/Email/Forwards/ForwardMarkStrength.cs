namespace AiOs.Connectors.Email.Forwards;

/// <summary>How much a line above a quoted mail proves.</summary>
internal enum ForwardMarkStrength
{
    /// <summary>A line drawn, or words we do not know between dashes: only the header below it counts.</summary>
    Rule,

    /// <summary>A quoted mail, forwarded or answered.</summary>
    Quote,

    /// <summary>Words that people may also write themselves: a header must follow.</summary>
    Lead,

    /// <summary>A forwarded mail.</summary>
    Forward,
}
