using AiOs.Storage.Sqlite.Database;
using AiOs.Storage.Sqlite.Reading;

namespace AiOs.Storage.Sqlite.Knowledge.Words;

/// <summary>
/// Takes a person's words apart exactly as the index does: by an index of its own in memory. So no character can be an operator, and no
/// rule of folding can differ.
/// </summary>
internal sealed class QueryTerms : IDisposable
{
    private const int Most = 64;

    private readonly Lock _gate = new();
    private readonly Connection _connection;
    private readonly Statement _put;
    private readonly Statement _read;
    private readonly Statement _count;
    private readonly Statement _clear;

    public QueryTerms()
    {
        _connection = Connection.OpenInMemory();
        _connection.Execute("""
            CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize="unicode61 remove_diacritics 2");
            CREATE VIRTUAL TABLE terms USING fts5vocab('words', 'instance');
            """);
        _put = _connection.Prepare("INSERT INTO words(rowid, text) VALUES (?, ?)");
        _read = _connection.Prepare("SELECT term FROM terms GROUP BY term ORDER BY min(offset)");
        _count = _connection.Prepare("SELECT term, count(*) + sum(doc = 1) FROM terms GROUP BY term");
        _clear = _connection.Prepare("INSERT INTO words(words) VALUES ('delete-all')");
    }

    /// <summary>The terms to look for.</summary>
    /// <param name="words">Words of a person.</param>
    /// <returns>Distinct terms, the first 64 of them, in ordinal order.</returns>
    public IReadOnlyList<string> Of(string words)
    {
        lock (_gate)
        {
            _clear.Run();
            _put.Bind(1, 1).BindText(2, SearchedText.Of(words)).Run();
            var terms = new List<string>();
            while (terms.Count < Most && _read.Step())
            {
                terms.Add(_read.Text(0));
            }

            _read.Reset();
            _clear.Run();
            terms.Sort(StringComparer.Ordinal);
            return terms;
        }
    }

    /// <summary>How often a piece has each of its terms; a time in the title counts twice.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="text">Its text.</param>
    /// <returns>A number for each term.</returns>
    public Dictionary<string, int> Count(string title, string text)
    {
        lock (_gate)
        {
            _clear.Run();
            _put.Bind(1, 1).BindText(2, title).Run();
            _put.Bind(1, 2).BindText(2, SearchedText.Of(text)).Run();
            var counts = JournalReader.All(_count, static row => (Term: row.Text(0), Times: row.Int(1)));
            _clear.Run();
            return counts.ToDictionary(pair => pair.Term, pair => pair.Times, StringComparer.Ordinal);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _connection.Dispose();
        }
    }
}
