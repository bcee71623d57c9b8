using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Kernel.Approvals;
using AiOs.Kernel.Chat.Places;
using AiOs.Kernel.Chat.Words;

namespace AiOs.Kernel.Chat.Routing;

/// <summary>What an answer to a message of ours comes to. A typed yes approves only as a reply to that one card, while it is open, where it was shown whole. Pure.</summary>
internal abstract record ReplyRoute
{
    private ReplyRoute()
    {
    }

    /// <summary>It decides an approval.</summary>
    /// <param name="Approval">Which one.</param>
    /// <param name="Kind">What is decided.</param>
    /// <param name="Text">The reason, or what to change.</param>
    /// <param name="Confirmation">What was typed to confirm.</param>
    public sealed record Decide(ApprovalView Approval, DecisionKind Kind, string? Text, string? Confirmation) : ReplyRoute;

    /// <summary>It answers the open question.</summary>
    public sealed record Answer : ReplyRoute;

    /// <summary>What it is about has ended, so it is something new that follows on it.</summary>
    public sealed record Follow : ReplyRoute;

    /// <summary>It changes nothing.</summary>
    /// <param name="Sentence">How things stand.</param>
    public sealed record Tell(string Sentence) : ReplyRoute;

    /// <summary>Where a reply belongs.</summary>
    /// <param name="link">What the message stands for that it answers.</param>
    /// <param name="item">The work item as it is.</param>
    /// <param name="text">What was said.</param>
    /// <param name="shown">Whether the card of the approval was shown whole in this place.</param>
    /// <param name="spoken">Whether it was spoken: words that were misheard must not approve.</param>
    public static ReplyRoute Of(MessageLink link, WorkItemView item, string text, bool shown, bool spoken)
    {
        var meant = item.Approvals.FirstOrDefault(approval => approval.Id == link.Approval);
        var answer = TypedAnswer.Read(text);
        return (link.Kind, meant) switch
        {
            (LinkKind.Change, { State: "open" }) => OfWish(meant, text, answer),
            (LinkKind.Card, { State: "open" }) => OfCard(item, meant, text, answer, shown, spoken),
            (LinkKind.About, _) or (_, null) => OfNote(item, text, answer),
            _ => OfStale(item, meant, answer),
        };
    }

    private static ReplyRoute OfWish(ApprovalView meant, string text, TypedAnswer answer) => answer is TypedAnswer.Words
        ? new Decide(meant, DecisionKind.Change, text, Confirmation: null)
        : new Tell("Nothing was changed: this is where you say what should be different. Reply to the card itself to say yes or no.");

    private static ReplyRoute OfCard(WorkItemView item, ApprovalView card, string text, TypedAnswer answer, bool shown, bool spoken)
    {
        var fits = card.Confirm is { } wanted && Confirmation.Fits(wanted, text);
        return answer switch
        {
            _ when fits => Approve(card, text, shown, spoken),
            TypedAnswer.Yes when card.Confirm is { } typed => new Tell($"This one asks for more than a yes: reply to the card with exactly {typed}"),
            TypedAnswer.Yes => Approve(card, confirmation: null, shown, spoken),
            TypedAnswer.No no => new Decide(card, DecisionKind.Reject, no.Reason, Confirmation: null),
            _ when item.Question is not null => new Answer(),
            _ => new Decide(card, DecisionKind.Change, text, Confirmation: null),
        };
    }

    private static ReplyRoute Approve(ApprovalView card, string? confirmation, bool shown, bool spoken)
    {
        if (spoken)
        {
            return new Tell("A spoken yes approves nothing, since it may be misheard; tap Approve, or type it.");
        }

        return shown
            ? new Decide(card, DecisionKind.Approve, Text: null, confirmation)
            : new Tell("This card was not shown whole here, so a typed yes does not approve it; type /show as a reply and look at it first.");
    }

    /// <summary>A note about a work item, or its card while nothing was to be decided.</summary>
    private static ReplyRoute OfNote(WorkItemView item, string text, TypedAnswer answer)
    {
        var open = item.Approvals.FirstOrDefault(approval => approval.State == "open");
        return answer switch
        {
            TypedAnswer.Yes or TypedAnswer.No when open is not null => new Tell("Nothing was decided: a yes or no counts as a reply to the card itself."),
            _ when item.Question is not null => new Answer(),
            TypedAnswer.Yes or TypedAnswer.No => new Tell($"Nothing waits for a yes here: {item.Card.Status}."),
            _ when open is not null => new Decide(open, DecisionKind.Change, text, Confirmation: null),
            _ => OfRest(item),
        };
    }

    /// <summary>The card was decided, replaced, void or expired: it decides nothing any more.</summary>
    private static ReplyRoute OfStale(WorkItemView item, ApprovalView meant, TypedAnswer answer)
    {
        var stands = meant.Decided is { Length: > 0 } decided ? decided.TrimEnd('.') : item.Card.Status;
        if (item.Approvals.Any(approval => approval.State == "open"))
        {
            return new Tell($"Nothing was changed: a newer card has taken the place of this one. {stands}.");
        }

        if (answer is not TypedAnswer.Words)
        {
            return new Tell($"Nothing was decided by this: {stands}.");
        }

        return item.Question is not null ? new Answer() : OfRest(item);
    }

    private static ReplyRoute OfRest(WorkItemView item) => item.State switch
    {
        WorkItemState.Done or WorkItemState.Rejected or WorkItemState.Failed or WorkItemState.Expired or WorkItemState.Undone or WorkItemState.Forgotten => new Follow(),
        WorkItemState.OutcomeUnknown => new Tell("Nothing was changed: it may have happened. Say what became of it with the buttons of its card."),
        _ => new Tell("Nothing was changed: it is under way. Say it again when its card asks."),
    };
}
