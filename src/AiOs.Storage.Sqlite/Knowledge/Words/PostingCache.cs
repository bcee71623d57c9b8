using AiOs.Storage.Sqlite.Reading;

namespace AiOs.Storage.Sqlite.Knowledge.Words;

/// <summary>
/// Which rows have a word. A word that many rows have is slow to read from the index, a step for each time it stands somewhere, so such words
/// are kept in memory, the last used of them, and follow every change. The rest are read each time.
/// </summary>
internal sealed class PostingCache
{
    /// <summary>A word of fewer rows is not worth keeping.</summary>
    private const int Least = 256;

    /// <summary>How many postings are kept: 32 MiB.</summary>
    private const long Most = 4 << 20;

    private const string Select = "SELECT (doc << 1) | (col = 'title') FROM knowledge_terms WHERE term = ?";

    private readonly Dictionary<string, List<Posting>> _kept = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _used = new(StringComparer.Ordinal);
    private long _held;
    private long _clock;

    /// <summary>Whether nothing is kept.</summary>
    public bool IsEmpty => _kept.Count == 0;

    /// <summary>The rows that have a word.</summary>
    /// <param name="reader">Where to read.</param>
    /// <param name="term">The word as the index has it.</param>
    /// <returns>The rows in order; not to be changed.</returns>
    public List<Posting> Of(JournalReader reader, string term)
    {
        if (!_kept.TryGetValue(term, out var postings))
        {
            postings = Read(reader, term);
            if (postings.Count < Least)
            {
                return postings;
            }

            postings.TrimExcess();
            _kept.Add(term, postings);
            _held += postings.Count;
            Evict(term);
        }

        _used[term] = ++_clock;
        return postings;
    }

    /// <summary>A row says something else now.</summary>
    /// <param name="row">The row.</param>
    /// <param name="counts">How often it has each of its words; empty where it is gone.</param>
    public void Put(int row, Dictionary<string, int> counts)
    {
        foreach (var (term, postings) in _kept)
        {
            var place = postings.BinarySearch(new Posting(row, 0), ByRow);
            var times = counts.GetValueOrDefault(term);
            if (place >= 0 && times > 0)
            {
                postings[place] = new Posting(row, times);
            }
            else if (place >= 0)
            {
                postings.RemoveAt(place);
                _held--;
            }
            else if (times > 0)
            {
                postings.Insert(~place, new Posting(row, times));
                _held++;
            }
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _kept.Clear();
        _used.Clear();
        _held = 0;
    }

    private static Comparer<Posting> ByRow { get; } = Comparer<Posting>.Create(static (one, other) => one.Row.CompareTo(other.Row));

    private static List<Posting> Read(JournalReader reader, string term)
    {
        var found = new List<Posting>();
        var select = reader.Of(Select).BindText(1, term);
        var (row, times) = (-1, 0);
        try
        {
            while (select.Step())
            {
                var place = select.Long(0);
                var next = checked((int)(place >> 1));
                if (next != row && row >= 0)
                {
                    found.Add(new Posting(row, times));
                    times = 0;
                }

                (row, times) = (next, times + 1 + (int)(place & 1));
            }
        }
        finally
        {
            select.Reset();
        }

        if (row >= 0)
        {
            found.Add(new Posting(row, times));
        }

        return found;
    }

    /// <summary>Lets go of what nobody has asked for longest.</summary>
    private void Evict(string latest)
    {
        while (_held > Most && _kept.Count > 1)
        {
            var oldest = _used.Where(pair => pair.Key != latest).MinBy(pair => pair.Value).Key;
            _held -= _kept[oldest].Count;
            _kept.Remove(oldest);
            _used.Remove(oldest);
        }
    }
}
