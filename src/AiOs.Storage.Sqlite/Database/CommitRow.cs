using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;

namespace AiOs.Storage.Sqlite.Database;

/// <summary>Writes and reads the columns of a commit.</summary>
internal static class CommitRow
{
    /// <summary>The columns that <see cref="Read"/> wants, in its order.</summary>
    public const string Columns = "position, stream, version, id, dedupe, hash, body";

    /// <summary>Stores one commit.</summary>
    public const string Insert = $"INSERT INTO commits({Columns}) VALUES (?, ?, ?, ?, ?, ?, ?)";

    /// <summary>Sets the parameters of <see cref="Insert"/>.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="commit">The commit.</param>
    public static void Bind(Statement statement, StoredCommit commit)
    {
        Span<byte> hash = stackalloc byte[32];
        Hex(commit.Hash.Hex, hash, nameof(commit.Hash));
        statement.Bind(1, commit.Position).Bind(2, StreamName.Pack(commit.Stream)).Bind(3, commit.Version).Bind(4, commit.Id.Value);
        if (commit.Dedupe is { } dedupe)
        {
            Span<byte> keyed = stackalloc byte[16];
            Hex(dedupe, keyed, nameof(commit.Dedupe));
            statement.Bind(5, keyed);
        }
        else
        {
            statement.Bind(5, (long?)null);
        }

        statement.Bind(6, hash).Bind(7, commit.Bytes.Span);
    }

    /// <summary>Reads the row that a statement stands at.</summary>
    /// <param name="row">The statement.</param>
    /// <returns>The commit.</returns>
    public static StoredCommit Read(Statement row) => new(
        row.Long(0),
        StreamName.Unpack(row.Bytes(1)),
        row.Long(2),
        new CommitId(row.Guid(3)),
        row.IsNull(4) ? null : Convert.ToHexStringLower(row.Bytes(4)),
        new Digest(Convert.ToHexStringLower(row.Bytes(5))),
        row.Bytes(6).ToArray());

    /// <summary>Turns hexadecimal digits of a known number into bytes.</summary>
    /// <param name="digits">The digits.</param>
    /// <param name="bytes">Where to.</param>
    /// <param name="name">What they are, for the exception.</param>
    public static void Hex(string digits, Span<byte> bytes, string name)
    {
        if (digits.Length != bytes.Length * 2 || Convert.FromHexString(digits, bytes, out _, out _) != System.Buffers.OperationStatus.Done)
        {
            throw new ArgumentException($"{name} is to be {bytes.Length * 2} hexadecimal digits.", name);
        }
    }
}
