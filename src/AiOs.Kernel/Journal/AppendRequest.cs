using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Journal.Sealing;
using AiOs.Kernel.Ledger;

namespace AiOs.Kernel.Journal;

/// <summary>What somebody wants to record.</summary>
internal sealed record AppendRequest
{
    /// <summary>The stream.</summary>
    public required StreamId Stream { get; init; }

    /// <summary>What brings it about, such as <c>message/ID</c>.</summary>
    public required string Cause { get; init; }

    /// <summary>
    /// Decides on the state as it is at the position that the commit will have: pure and quick, and called again where another host was first.
    /// Nothing returned means that nothing is recorded.
    /// </summary>
    public required Func<Standpoint, IReadOnlyList<JournalEvent>> Decide { get; init; }

    /// <summary>Which other streams the decision looks at, said on the state of its own; they are given as they are at the same position.</summary>
    public Func<Aggregate, IEnumerable<StreamId>>? Reads { get; init; }

    /// <summary>What makes a repeat the same, already hashed; a repeat is not recorded again.</summary>
    public string? Dedupe { get; init; }

    /// <summary>The key of a stream that begins here, where it was needed before.</summary>
    public StreamKey? Key { get; init; }
}
