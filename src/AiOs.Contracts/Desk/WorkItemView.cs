using AiOs.Contracts.Cards;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;

namespace AiOs.Contracts.Desk;

/// <summary>One work item as it stands, with all that a page or a verb shows of it.</summary>
public sealed record WorkItemView
{
    /// <summary>Which work item.</summary>
    public required WorkItemId Id { get; init; }

    /// <summary>The version of its stream; grows with every change.</summary>
    public required long Version { get; init; }

    /// <summary>How it stands.</summary>
    public required WorkItemState State { get; init; }

    /// <summary>When it was opened, UTC.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Where the message came in.</summary>
    public required ChannelName Channel { get; init; }

    /// <summary>Whose words the message holds.</summary>
    public required Authority Authority { get; init; }

    /// <summary>The message; nothing where its people were forgotten.</summary>
    public MessageContent? Message { get; init; }

    /// <summary>What Intake understood; nothing before it looked.</summary>
    public Intent? Intent { get; init; }

    /// <summary>The question that waits for an answer, if there is one.</summary>
    public string? Question { get; init; }

    /// <summary>The work item whose mail this one answers, where one is known.</summary>
    public WorkItemId? Answers { get; init; }

    /// <summary>The work items of what was answered to its mails, oldest first.</summary>
    public IReadOnlyList<WorkItemId> Replies { get; init; } = [];

    /// <summary>The work items of the parts that its message was split into, in order.</summary>
    public IReadOnlyList<WorkItemId> Parts { get; init; } = [];

    /// <summary>Every question to the operator, oldest first; at most one is open.</summary>
    public IReadOnlyList<ApprovalView> Approvals { get; init; } = [];

    /// <summary>Every effect of the newest proposal and all that were ever requested, in order.</summary>
    public IReadOnlyList<EffectView> Effects { get; init; } = [];

    /// <summary>Whether the clock does or did it unasked and nothing is wrong with it: no news for anybody.</summary>
    public bool IsRoutine =>
        Authority is Authority.System && Channel == ChannelName.Schedule && Approvals.Count == 0 && Question is null
        && State is WorkItemState.Working or WorkItemState.Performing or WorkItemState.Done;

    /// <summary>What the operator is shown.</summary>
    public Card Card
    {
        get => CardWhenAsked.Value;
        init => CardWhenAsked = new Lazy<Card>(value);
    }

    /// <summary>Why: the rule that decided, the agent's reasons and the evidence.</summary>
    public Card Why
    {
        get => WhyWhenAsked.Value;
        init => WhyWhenAsked = new Lazy<Card>(value);
    }

    /// <summary>Makes <see cref="Card"/> when it is first asked for: scripts never ask.</summary>
    public Lazy<Card> CardWhenAsked { get; init; } = new(() => throw new AiOsException("This view was made without a card."));

    /// <summary>Makes <see cref="Why"/> when it is first asked for.</summary>
    public Lazy<Card> WhyWhenAsked { get; init; } = new(() => throw new AiOsException("This view was made without a reason."));
}
