using System.Collections.Immutable;
using AiOs.Contracts.Events;
using AiOs.Kernel.Journal;

namespace AiOs.Kernel.Forgetting;

/// <summary>What the workspace's own stream says of people that are being forgotten, and of copies that it was restored from.</summary>
internal sealed record WorkspaceStream : Aggregate
{
    /// <summary>What was begun and not completed.</summary>
    public ImmutableSortedDictionary<string, PersonForgotten> Open { get; init; } = ImmutableSortedDictionary<string, PersonForgotten>.Empty;

    /// <summary>The restores that the operator said go to.</summary>
    public ImmutableHashSet<string> Restored { get; init; } = [];

    public override Aggregate Apply(JournalEvent happened, DateTimeOffset at) => happened switch
    {
        PersonForgotten begun => this with { Open = Open.SetItem(begun.Forgetting, begun) },
        ForgettingCompleted done => this with { Open = Open.Remove(done.Forgetting) },
        WorkspaceRestored restored => this with { Restored = Restored.Add(restored.Restore) },
        _ => this,
    };
}
