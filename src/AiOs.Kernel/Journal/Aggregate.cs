using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Journal.Chain;

namespace AiOs.Kernel.Journal;

/// <summary>The state of one stream, folded from its events. Immutable; applying the same events gives the same state.</summary>
internal abstract record Aggregate
{
    /// <summary>Which stream.</summary>
    public required StreamId Stream { get; init; }

    /// <summary>The version of the last commit; 0 before the first.</summary>
    public long Version { get; init; }

    /// <summary>When the last commit was made.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>The state after one more event.</summary>
    /// <param name="happened">What happened.</param>
    /// <param name="at">When it was recorded.</param>
    /// <returns>The new state.</returns>
    public abstract Aggregate Apply(JournalEvent happened, DateTimeOffset at);

    /// <summary>The state after one more commit.</summary>
    public Aggregate Apply(Commit commit)
    {
        var state = this;
        foreach (var happened in commit.Events)
        {
            state = state.Apply(happened, commit.At);
        }

        return state with { Version = commit.Version, ChangedAt = commit.At };
    }
}
