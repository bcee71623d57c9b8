using System.Diagnostics.CodeAnalysis;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Journal.Sealing;

namespace AiOs.Kernel.Journal;

/// <summary>Keeps the states and keys of the streams used last. Always as new as what is durable, never newer.</summary>
internal sealed class AggregateCache(int capacity)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<StreamId, LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _order = new();
    private long _epoch;

    public bool TryGet(StreamId stream, [NotNullWhen(true)] out Entry? entry)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(stream, out var node))
            {
                entry = null;
                return false;
            }

            _order.Remove(node);
            _order.AddFirst(node);
            entry = node.Value;
            return true;
        }
    }

    /// <summary>Counts what the writer did; whoever read the store meanwhile may hold an older state.</summary>
    public long Epoch
    {
        get
        {
            lock (_gate)
            {
                return _epoch;
            }
        }
    }

    /// <summary>Takes what was read from the store, unless something was written since the reading began.</summary>
    public void Put(Entry entry, long epoch)
    {
        lock (_gate)
        {
            if (epoch == _epoch)
            {
                Set(entry);
            }
        }
    }

    /// <summary>Takes what has just become durable.</summary>
    public void Put(Entry entry)
    {
        lock (_gate)
        {
            _epoch++;
            Set(entry);
        }
    }

    /// <summary>Another host has written to some streams.</summary>
    public void Drop(IEnumerable<StreamId> streams)
    {
        lock (_gate)
        {
            _epoch++;
            foreach (var stream in streams)
            {
                if (_entries.Remove(stream, out var old))
                {
                    _order.Remove(old);
                }
            }
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _epoch++;
            _entries.Clear();
            _order.Clear();
        }
    }

    private void Set(Entry entry)
    {
        if (_entries.Remove(entry.State.Stream, out var old))
        {
            _order.Remove(old);
            if (old.Value.State.Version > entry.State.Version)
            {
                entry = old.Value;
            }
        }

        _entries[entry.State.Stream] = _order.AddFirst(entry);
        if (_entries.Count > capacity)
        {
            _entries.Remove(_order.Last!.Value.State.Stream);
            _order.RemoveLast();
        }
    }

    /// <summary>A state with the key that opens its stream.</summary>
    /// <param name="State">The state.</param>
    /// <param name="Key">The key; nothing for a stream without personal data or one that was forgotten.</param>
    internal sealed record Entry(Aggregate State, StreamKey? Key);
}
