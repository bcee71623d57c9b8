using AiOs.Contracts.Cards;
using AiOs.Contracts.Chat;

namespace AiOs.Kernel.Chat.Pairing;

/// <summary>What is said first.</summary>
internal static class Welcome
{
    public static ChatNote Note { get; } = new(
        "You are the operator here.",
        [
            new CardBlock.Text("Write or say what is to be done, or forward a mail, a file or a photo. Whatever would leave in your name is asked first, as a card."),
            new CardBlock.Text("Tap a card's buttons, or reply to it: \"yes\", \"no, because …\", or what should be different."),
            new CardBlock.Hint("/today shows what waits, /help everything else, /freeze stops everything at once."),
        ]);
}
