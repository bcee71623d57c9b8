using AiOs.Contracts.Cards;

namespace AiOs.Kernel.Chat.Boards.Faces;

/// <summary>What stands where a card stood.</summary>
internal static class ShortCards
{
    /// <summary>For a message whose question is asked again in a newer one.</summary>
    public static Card Superseded(Card card) => card with
    {
        Status = "Superseded",
        Tone = CardTone.Declined,
        Blocks = [new CardBlock.Hint("A newer card follows.")],
        Actions = [new CardAction.Why(card.WorkItem)],
    };

    /// <summary>For the chat of somebody who is the operator no more: what came later is not theirs to see.</summary>
    public static Card Unpaired(Card card) => new()
    {
        WorkItem = card.WorkItem,
        Title = "Not shown here any more",
        Status = "Superseded",
        Tone = CardTone.Declined,
        Blocks = [new CardBlock.Hint("This chat is not paired any more.")],
    };

    /// <summary>For a work item whose people are forgotten. Its stream is told before its keys are gone, so that no word is taken from it even then.</summary>
    public static Card Forgotten(Card card) => card with { Title = "Forgotten", Blocks = [] };
}
