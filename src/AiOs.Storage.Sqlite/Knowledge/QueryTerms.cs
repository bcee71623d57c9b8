using AiOs.Storage.Sqlite.Database;

namespace AiOs.Storage.Sqlite.Knowledge;

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
    private readonly Statement _clear;

    public QueryTerms()
    {
        _connection = Connection.OpenInMemory();
        _connection.Execute("""
            CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize="unicode61 remove_diacritics 2");
            CREATE VIRTUAL TABLE terms USING fts5vocab('words', 'instance');
            """);
        _put = _connection.Prepare("INSERT INTO words(rowid, text) VALUES (1, ?)");
        _read = _connection.Prepare("SELECT term FROM terms GROUP BY term ORDER BY min(offset)");
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
            _put.BindText(1, SearchedText.Of(words)).Run();
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

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _connection.Dispose();
        }
    }
}
