using AiOs.Contracts.Cards;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;

namespace AiOs.Kernel.Digests.Standing;

/// <summary>Something that waits for the operator.</summary>
/// <param name="Id">The work item.</param>
/// <param name="State">What it waits for.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Effects">What would be done, made from the exact bytes.</param>
internal sealed record WaitingItem(WorkItemId Id, WorkItemState State, string Title, IReadOnlyList<string> Effects)
{
    /// <summary>When silence becomes no; nothing where no decision waits.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The approval that waits.</summary>
    public ApprovalId? Approval { get; init; }

    /// <summary>What its card can decide with one tap, without anything typed and without a second yes.</summary>
    public IReadOnlyList<CardTap.Decide> Taps { get; init; } = [];
}
