using System.Collections.Immutable;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Journal;

namespace AiOs.Kernel.Chat.Routing;

/// <summary>What the operator said, kept until it is known where it belongs, and where it went since. Pure.</summary>
internal sealed record HeldMessage : Aggregate
{
    public MessageHeld? Held { get; init; }

    public bool IsRouted { get; init; }

    /// <summary>The work item whose question it answers; nothing where it is something new.</summary>
    public WorkItemId? Target { get; init; }

    public string? Via { get; init; }

    /// <summary>Work items whose question it was wrongly taken to answer.</summary>
    public ImmutableArray<WorkItemId> Left { get; init; } = [];

    public override Aggregate Apply(JournalEvent happened, DateTimeOffset at) => happened switch
    {
        MessageHeld held => this with { Held = held },
        MessageRouted routed => this with
        {
            IsRouted = true,
            Left = Target is { } old && old != routed.Target ? Left.Add(old) : Left,
            Target = routed.Target,
            Via = routed.Via,
        },
        _ => this,
    };

    /// <summary>Where it belongs is said once; after that only that it is something new.</summary>
    public IReadOnlyList<JournalEvent> Route(WorkItemId? target, string via) =>
        Held is { Personal: not null } held && (!IsRouted || (Target is not null && target is null)) ? [new MessageRouted(held.Message, target, via)] : [];
}
