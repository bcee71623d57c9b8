namespace AiOs.Channels.Web.Cards;

/// <summary>The page that a card stands on; its forms lead back there.</summary>
internal enum CardPlace
{
    /// <summary>Among others in the chat.</summary>
    Chat,

    /// <summary>On the page of its work item.</summary>
    Item,
}
