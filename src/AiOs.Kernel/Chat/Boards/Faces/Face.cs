using AiOs.Contracts.Cards;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Chat.Boards.Faces;

/// <summary>A work item as one channel shows it. The card is made when it is first asked for: most changes show nowhere.</summary>
internal sealed class Face
{
    private readonly Lazy<Card> _card;
    private readonly Lazy<string> _print;

    public Face(WorkItem item, Lazy<Card> card, ChannelName channel)
    {
        WorkItem = item.Id;
        Bell = Faces.Bell.Of(item, channel);
        Approval = item.CurrentApproval is { IsOpen: true } open ? open.Id : null;
        IsAtRest = item.State is not (WorkItemState.Working or WorkItemState.Performing);
        Origin = item.Received?.Channel == channel ? item.Content?.Chat : null;
        _card = new Lazy<Card>(() => item.IsForgotten ? ShortCards.Forgotten(card.Value) : card.Value);
        _print = new Lazy<string>(() => CardPrint.Of(Card));
    }

    public WorkItemId WorkItem { get; }

    public Card Card => _card.Value;

    public string Print => _print.Value;

    /// <summary>The question that waits for the operator; nothing where nobody waits.</summary>
    public string? Bell { get; }

    /// <summary>The approval that can be decided now.</summary>
    public ApprovalId? Approval { get; }

    /// <summary>Whether there is something to say of it to whoever asked: it waits for the operator, or has ended.</summary>
    public bool IsAtRest { get; }

    /// <summary>Where in this channel it began; nothing where it began elsewhere, or is forgotten.</summary>
    public ChatOrigin? Origin { get; }
}
