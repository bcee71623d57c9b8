using AiOs.Contracts.Cards;

namespace AiOs.Contracts.Chat;

/// <summary>What a tap came to.</summary>
/// <param name="Accepted">Whether it did what the button says.</param>
/// <param name="Sentence">What happened, or how things stand, in one sentence for whoever tapped; empty where there is nothing to say.</param>
public sealed record TapReply(bool Accepted, string Sentence)
{
    /// <summary>Whether whoever tapped is not the operator: they alone may be answered, where the service answers a tap to them alone, and nothing is said in the chat.</summary>
    public bool IsForStranger { get; init; }

    /// <summary>The card as it stands now, for the place of the tapped one; nothing where it stays.</summary>
    public Card? Now { get; init; }
}
