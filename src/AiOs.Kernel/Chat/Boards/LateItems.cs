using AiOs.Contracts.Ids;

namespace AiOs.Kernel.Chat.Boards;

/// <summary>
/// The work items of which a place is not served yet. It is kept in memory alone: the cursor stays before the first change that is not shown
/// everywhere, so a later start finds the same again. The others are not held up, since reading goes on ahead of the cursor.
/// </summary>
internal sealed class LateItems
{
    /// <summary>With so many late nothing more is read: a channel that is away for long costs no memory.</summary>
    private const int Most = 500;

    private readonly Dictionary<WorkItemId, long> _positions = [];

    public bool IsEmpty => _positions.Count == 0;

    public bool IsFull => _positions.Count >= Most;

    /// <summary>All of them, the longest waiting first.</summary>
    public IReadOnlyList<WorkItemId> All => [.. _positions.OrderBy(late => late.Value).Select(late => late.Key)];

    /// <summary>Takes note of one that is late.</summary>
    /// <param name="item">Which.</param>
    /// <param name="position">Of the change that is not shown.</param>
    public void Add(WorkItemId item, long position) => _positions.TryAdd(item, position);

    public void Remove(WorkItemId item) => _positions.Remove(item);

    /// <summary>Where the cursor may stand after everything up to a position was read.</summary>
    public long CursorAt(long position) => IsEmpty ? position : Math.Min(position, _positions.Values.Min() - 1);
}
