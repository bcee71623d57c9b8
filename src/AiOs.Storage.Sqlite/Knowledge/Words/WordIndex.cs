using AiOs.Contracts.Knowledge;
using AiOs.Storage.Sqlite.Reading;

namespace AiOs.Storage.Sqlite.Knowledge.Words;

/// <summary>
/// What a search by words needs in memory, read when somebody first searches. A change only notes its rows; the next search reads them anew.
/// A search at the very moment of a change may see it half, as a search by vectors may; after the change has returned nobody does.
/// </summary>
/// <param name="terms">Takes words apart.</param>
internal sealed class WordIndex(QueryTerms terms)
{
    /// <summary>With more changes than this it is quicker to begin anew.</summary>
    private const int MostTouched = 2048;

    private const string Body = "SELECT title, text FROM knowledge_bodies WHERE row = ?";

    private readonly Lock _gate = new();
    private readonly PieceColumns _columns = new();
    private readonly PostingCache _postings = new();
    private readonly HashSet<int> _touched = [];
    private bool _loaded;

    /// <summary>Finds the best rows.</summary>
    /// <param name="readers">Where to read.</param>
    /// <param name="filter">Which may be found.</param>
    /// <param name="words">Terms, in an order that is always the same.</param>
    /// <param name="count">At most so many.</param>
    /// <returns>The best first, ties by id.</returns>
    public List<KnowledgeScore> Search(ReaderPool readers, KnowledgeFilterSql filter, IReadOnlyList<string> words, int count)
    {
        lock (_gate)
        {
            return readers.Read(reader => reader.AsOfOneMoment(() =>
            {
                CatchUp(reader);
                return new TextSearch(_columns, _postings).Run(reader, filter, words, count);
            }));
        }
    }

    /// <summary>Rows have changed.</summary>
    /// <param name="rows">The rows, as they are kept now.</param>
    public void Touch(IReadOnlyList<long> rows)
    {
        lock (_gate)
        {
            if (!_loaded)
            {
                return;
            }

            _touched.UnionWith(rows.Select(row => checked((int)row)));
            if (_touched.Count > MostTouched)
            {
                Reset();
            }
        }
    }

    /// <summary>Forgets everything, to be read anew.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _loaded = false;
            _touched.Clear();
            _postings.Clear();
            _columns.Clear();
        }
    }

    private void CatchUp(JournalReader reader)
    {
        if (!_loaded)
        {
            _columns.Load(reader);
            _loaded = true;
            return;
        }

        foreach (var row in _touched)
        {
            _columns.Refresh(reader, row);
            if (!_postings.IsEmpty)
            {
                _postings.Put(row, JournalReader.First(reader.Of(Body).Bind(1, row), body => terms.Count(body.Text(0), body.Text(1))) ?? []);
            }
        }

        _touched.Clear();
    }
}
