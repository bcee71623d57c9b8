using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace AiOs.Benchmarks.Recalling;

/// <summary>sqlite-vec, the vector extension of SQLite, in memory: somebody else's exact search over the same vectors.</summary>
internal sealed class SqliteVecPeer : IDisposable
{
    private readonly SqliteConnection _connection;
    private SqliteTransaction? _filling;

    private SqliteVecPeer(SqliteConnection connection) => _connection = connection;

    /// <summary>What the last search found.</summary>
    public IReadOnlyList<long> Last { get; private set; } = [];

    /// <summary>Loads it from where tests/install-peers.sh put it, or from AIOS_SQLITE_VEC.</summary>
    public static SqliteVecPeer? TryOpen()
    {
        if (Find() is not { } library)
        {
            return null;
        }

        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        connection.EnableExtensions();
        connection.LoadExtension(library);
        using var create = connection.CreateCommand();
        create.CommandText = "CREATE VIRTUAL TABLE vectors USING vec0(vector float[384] distance_metric=cosine)";
        create.ExecuteNonQuery();
        return new SqliteVecPeer(connection) { _filling = connection.BeginTransaction() };
    }

    public void Put(long number, float[] vector)
    {
        using var insert = _connection.CreateCommand();
        insert.Transaction = _filling;
        insert.CommandText = "INSERT INTO vectors(rowid, vector) VALUES ($number, $vector)";
        insert.Parameters.AddWithValue("$number", number);
        insert.Parameters.AddWithValue("$vector", MemoryMarshal.AsBytes(vector.AsSpan()).ToArray());
        insert.ExecuteNonQuery();
    }

    public void Ready()
    {
        _filling?.Commit();
        _filling?.Dispose();
        _filling = null;
    }

    public int Search(float[] query, int count)
    {
        using var select = _connection.CreateCommand();
        select.CommandText = "SELECT rowid FROM vectors WHERE vector MATCH $query AND k = $count ORDER BY distance";
        select.Parameters.AddWithValue("$query", MemoryMarshal.AsBytes(query.AsSpan()).ToArray());
        select.Parameters.AddWithValue("$count", count);
        using var reader = select.ExecuteReader();
        var found = new List<long>();
        while (reader.Read())
        {
            found.Add(reader.GetInt64(0));
        }

        Last = found;
        return found.Count;
    }

    public void Dispose()
    {
        _filling?.Dispose();
        _connection.Dispose();
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("AIOS_SQLITE_VEC") is { Length: > 0 } set)
        {
            return set;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var library = Path.Combine(folder.FullName, "tests", "peers", "node_modules", string.Create(CultureInfo.InvariantCulture, $"sqlite-vec-linux-{(RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "x64")}"), "vec0.so");
            if (File.Exists(library))
            {
                return library;
            }
        }

        return null;
    }
}
