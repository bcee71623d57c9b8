using System.Globalization;
using AiOs.Benchmarks.Load;
using Microsoft.Data.Sqlite;

namespace AiOs.Benchmarks.Floors;

/// <summary>How many bytes a round moves, as measured on the real host: what the floors move too.</summary>
/// <param name="Commits">The average bytes of its three commits as the store keeps them: packed, so fewer than the canonical ones, and a quicker floor.</param>
/// <param name="MessageReply">The average body of the reply to a message.</param>
/// <param name="TapReply">The average body of the reply to a tap.</param>
internal sealed record RoundBytes(IReadOnlyList<int> Commits, int MessageReply, int TapReply)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Commits[0]} + {Commits[1]} + {Commits[2]} bytes");

    /// <summary>Reads them out of the host's journal and what it answered.</summary>
    public static RoundBytes Of(string database, LoadSlice slice)
    {
        using var connection = Open(database);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT version, avg(length(body)) FROM commits WHERE stream IN (SELECT stream FROM commits WHERE version = 3) GROUP BY version ORDER BY version";
        using var reader = command.ExecuteReader();
        var commits = new List<int>();
        while (reader.Read())
        {
            commits.Add((int)Math.Round(reader.GetDouble(1)));
        }

        return commits.Count == 3
            ? new RoundBytes(commits, (int)(slice.MessageReplyBytes / slice.Rounds), (int)(slice.TapReplyBytes / slice.Rounds))
            : throw new InvalidOperationException($"A round of the host has {commits.Count} commits; the floors are made for 3.");
    }

    /// <summary>Opens a database for reading.</summary>
    public static SqliteConnection Open(string database)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    /// <summary>Bytes as little compressible as sealed ones.</summary>
    public static byte[] Body(int length)
    {
        var body = new byte[length];
        new Random(length).NextBytes(body);
        return body;
    }
}
