namespace AiOs.Connectors.Email.Forwards;

/// <summary>What a line of a forwarded header says.</summary>
internal enum HeaderWord
{
    /// <summary>A line that belongs to the header and tells nothing we need.</summary>
    Other,
    From,
    Date,
    To,
    Copy,
    Subject,
}
