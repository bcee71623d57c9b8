using System.Numerics;
using System.Runtime.InteropServices;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;

namespace AiOs.Memory.Vectors;

/// <summary>
/// Every vector of one model in memory, compared one by one: exact, with no index to build. The filter is worked out before a row is scored.
/// Many may search at once; a change waits for them.
/// </summary>
/// <param name="dimensions">How many values a vector has.</param>
internal sealed class VectorMatrix(int dimensions)
{
    private readonly ReaderWriterLock _gate = new();
    private readonly VectorRows _rows = new(dimensions);
    private readonly FilterColumns _columns = new();
    private readonly List<KnowledgeId> _ids = [];
    private readonly List<int> _words = [];
    private readonly Dictionary<KnowledgeId, int> _rowOf = [];
    private readonly Stack<int> _free = [];

    /// <summary>How many values a vector has.</summary>
    public int Dimensions => dimensions;

    /// <summary>How many pieces it holds.</summary>
    public int Count
    {
        get
        {
            _gate.AcquireReaderLock(Timeout.Infinite);
            try
            {
                return _rowOf.Count;
            }
            finally
            {
                _gate.ReleaseReaderLock();
            }
        }
    }

    /// <summary>Whether a piece has a vector here.</summary>
    /// <param name="id">The piece.</param>
    /// <returns>Whether.</returns>
    public bool Holds(KnowledgeId id)
    {
        _gate.AcquireReaderLock(Timeout.Infinite);
        try
        {
            return _rowOf.ContainsKey(id);
        }
        finally
        {
            _gate.ReleaseReaderLock();
        }
    }

    /// <summary>Bytes that the vectors take.</summary>
    public long Bytes => _rows.Bytes;

    /// <summary>The rows as they lie in memory.</summary>
    internal VectorRows Rows => _rows;

    /// <summary>What stands in a row: how a test sees that nothing is left.</summary>
    /// <param name="row">0 for the first.</param>
    /// <returns>A copy.</returns>
    internal float[] Row(int row) => _rows[row][..dimensions].ToArray();

    /// <summary>
    /// Puts a piece with its vector in, or in the place of what it was. Without a vector it keeps the one it has while it says the same, and
    /// leaves when it says something else.
    /// </summary>
    /// <param name="item">The piece; its words are not kept.</param>
    /// <param name="values">The vector, where there is one.</param>
    public void Put(KnowledgeItem item, ReadOnlyMemory<float>? values)
    {
        var words = HashCode.Combine(item.Title, item.Text);
        _gate.AcquireWriterLock(Timeout.Infinite);
        try
        {
            var known = _rowOf.TryGetValue(item.Id, out var row);
            if (values is { } vector)
            {
                row = known ? row : Take(item.Id);
                vector.Span.CopyTo(_rows[row]);
            }
            else if (!known)
            {
                return;
            }
            else if (_words[row] != words)
            {
                Drop(item.Id);
                return;
            }

            _words[row] = words;
            _columns.Set(row, item);
        }
        finally
        {
            _gate.ReleaseWriterLock();
        }
    }

    /// <summary>Takes pieces out; where their vectors stood are zeros at once.</summary>
    /// <param name="ids">The pieces.</param>
    public void Remove(IEnumerable<KnowledgeId> ids)
    {
        _gate.AcquireWriterLock(Timeout.Infinite);
        try
        {
            foreach (var id in ids)
            {
                Drop(id);
            }
        }
        finally
        {
            _gate.ReleaseWriterLock();
        }
    }

    /// <summary>Finds what is nearest.</summary>
    /// <param name="query">A vector of length 1.</param>
    /// <param name="filter">Which pieces may be found.</param>
    /// <param name="count">At most so many.</param>
    /// <returns>The best first by cosine, ties by id; no piece without a vector of its own.</returns>
    public List<KnowledgeScore> Search(ReadOnlySpan<float> query, KnowledgeFilter filter, int count)
    {
        _gate.AcquireReaderLock(Timeout.Infinite);
        try
        {
            return Best(_rows.Pad(query), _columns.Mask(filter), new TopScores(count));
        }
        finally
        {
            _gate.ReleaseReaderLock();
        }
    }

    private List<KnowledgeScore> Best(float[] query, ulong[] mask, TopScores top)
    {
        var ids = CollectionsMarshal.AsSpan(_ids);
        for (var word = 0; word < mask.Length; word++)
        {
            // A chunk holds a whole number of mask words, so that the rows of a word lie together.
            var first = word * 64;
            var chunk = mask[word] == 0 ? default : _rows.Chunk(first / VectorRows.ChunkRows);
            var start = first % VectorRows.ChunkRows * _rows.Stride;
            for (var bits = mask[word]; bits != 0; bits &= bits - 1)
            {
                var offset = BitOperations.TrailingZeroCount(bits);
                var score = DotKernel.Dot(chunk.Slice(start + (offset * _rows.Stride), _rows.Stride), query);
                if (score >= top.Least)
                {
                    top.Offer(new KnowledgeScore(ids[first + offset], score));
                }
            }
        }

        return top.Take();
    }

    private void Drop(KnowledgeId id)
    {
        if (_rowOf.Remove(id, out var row))
        {
            _rows[row].Clear();
            _columns.Set(row, null);
            _ids[row] = default;
            _words[row] = 0;
            _free.Push(row);
        }
    }

    private int Take(KnowledgeId id)
    {
        if (!_free.TryPop(out var row))
        {
            row = _ids.Count;
            _rows.Grow(row + 1);
            _ids.Add(default);
            _words.Add(0);
        }

        _ids[row] = id;
        _rowOf[id] = row;
        return row;
    }
}
