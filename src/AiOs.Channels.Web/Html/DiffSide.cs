namespace AiOs.Channels.Web.Html;

/// <summary>Where a line of a comparison stands.</summary>
internal enum DiffSide
{
    Same,
    Gone,
    New,
}
