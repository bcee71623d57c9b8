using AiOs.Contracts.Cards;
using AiOs.Contracts.Chat;
using AiOs.Kernel.Desk;

namespace AiOs.Kernel.Chat.Taps;

/// <summary>A tap of the operator on its way.</summary>
/// <param name="Tap">As the channel handed it over.</param>
/// <param name="Token">What the button carried.</param>
/// <param name="Delivery">What a repeat is told by.</param>
internal sealed record Tapped(ChatTap Tap, CardToken Token, Delivery Delivery)
{
    /// <summary>What was typed on the card; nothing where a button is all there is.</summary>
    public string? Text => string.IsNullOrWhiteSpace(Tap.Text) ? null : Tap.Text.Trim();
}
