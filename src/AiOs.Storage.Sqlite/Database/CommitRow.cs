using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Storage.Sqlite.Packing;

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
    /// <param name="packed">Room for its body.</param>
    public static void Bind(Statement statement, StoredCommit commit, PackedWriter packed)
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

        PackedBody.Pack(commit, packed);
        statement.Bind(6, hash).Bind(7, packed.Written);
    }

    /// <summary>Reads the row that a statement stands at.</summary>
    /// <param name="row">The statement.</param>
    /// <returns>The commit.</returns>
    public static StoredCommit Read(Statement row)
    {
        var stream = StreamName.Unpack(row.Bytes(1));
        var id = row.Guid(3);
        var dedupe = row.IsNull(4) ? null : Convert.ToHexStringLower(row.Bytes(4));
        var hash = Convert.ToHexStringLower(row.Bytes(5));
        try
        {
            var columns = new ColumnTexts(stackalloc byte[ColumnTexts.Room], hash, id, stream.Value, dedupe);
            var body = PackedBody.Unpack(row.Bytes(6), in columns);
            return new StoredCommit(row.Long(0), stream, row.Long(2), new CommitId(id), dedupe, new Digest(hash), body);
        }
        catch (Exception exception) when (exception is InvalidDataException or ArgumentException)
        {
            throw row.Damaged();
        }
    }

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
