using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;

namespace AiOs.Kernel.Journal;

/// <summary>What became of a wish to record something.</summary>
internal abstract record AppendResult
{
    private AppendResult()
    {
    }

    /// <summary>It is durable.</summary>
    /// <param name="Position">Where it stands.</param>
    /// <param name="Events">What was recorded.</param>
    /// <param name="After">The state after it.</param>
    public sealed record Appended(long Position, IReadOnlyList<JournalEvent> Events, Aggregate After) : AppendResult;

    /// <summary>It was decided that nothing is to be recorded.</summary>
    /// <param name="Current">The state that was decided on.</param>
    public sealed record Nothing(Aggregate Current) : AppendResult;

    /// <summary>The same had been recorded before.</summary>
    /// <param name="Stream">Where.</param>
    public sealed record Repeat(StreamId Stream) : AppendResult;
}
