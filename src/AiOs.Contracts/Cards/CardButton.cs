using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;

namespace AiOs.Contracts.Cards;

/// <summary>One thing to tap on a card, named alike in every channel.</summary>
/// <param name="Label">What stands on it; our own words, never a value.</param>
/// <param name="Tap">What it means.</param>
/// <param name="Confirm">What has to be typed first, where one tap is not enough.</param>
public sealed record CardButton(string Label, CardTap Tap, string? Confirm)
{
    /// <summary>The buttons of a card.</summary>
    /// <param name="card">The card.</param>
    /// <returns>One per thing that can be done, in the order of the card's actions.</returns>
    public static IReadOnlyList<CardButton> Of(Card card) => [.. card.Actions.SelectMany(Of)];

    private static IEnumerable<CardButton> Of(CardAction action) => action switch
    {
        CardAction.Decide decide => [new(LabelOf(decide.Kind), new CardTap.Decide(decide.Kind, decide.Approval, decide.Digest, decide.Nonce), decide.Kind == DecisionKind.Approve ? decide.Confirm : null)],
        CardAction.Answer answer => [new("Answer", new CardTap.Answer(answer.WorkItem), null)],
        CardAction.Undo undo => [new("Undo", new CardTap.Undo(undo.WorkItem), null)],
        CardAction.Why why => [new("Why?", new CardTap.Why(why.WorkItem), null)],
        CardAction.Settle settle =>
        [
            new("It did happen", new CardTap.Settle(settle.WorkItem, settle.Effect, Settlement.Happened), null),
            new("It did not happen", new CardTap.Settle(settle.WorkItem, settle.Effect, Settlement.DidNotHappen), null),
            new("Send again", new CardTap.Settle(settle.WorkItem, settle.Effect, Settlement.SendAgain), null),
        ],
        _ => throw new InvalidOperationException($"There is no button for {action.GetType().Name}."),
    };

    private static string LabelOf(DecisionKind kind) => kind switch
    {
        DecisionKind.Approve => "Approve",
        DecisionKind.Reject => "Reject",
        _ => "Change…",
    };
}
