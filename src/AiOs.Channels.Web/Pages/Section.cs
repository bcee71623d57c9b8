namespace AiOs.Channels.Web.Pages;

/// <summary>Which entry of the navigation a page belongs to.</summary>
internal enum Section
{
    None,
    Chat,
    Digest,
    Journal,
    Costs,
    Controls,
}
