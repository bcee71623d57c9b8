namespace AiOs.Contracts.Cards;

/// <summary>The sign that stands beside a card's status in chats, the same in every channel.</summary>
public static class CardSign
{
    /// <summary>The sign of a tone.</summary>
    /// <param name="tone">How the card stands.</param>
    /// <returns>One emoji.</returns>
    public static string Of(CardTone tone) => tone switch
    {
        CardTone.Waiting => "🟡",
        CardTone.Done => "✅",
        CardTone.Declined => "🚫",
        CardTone.Trouble => "🔴",
        _ => "⚪",
    };
}
