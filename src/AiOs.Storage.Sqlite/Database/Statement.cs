using AiOs.Contracts;
using SQLitePCL;

namespace AiOs.Storage.Sqlite.Database;

/// <summary>A prepared statement that is used again and again, and closed with its connection. What it reads is valid until the next step or reset.</summary>
/// <param name="connection">Its connection.</param>
/// <param name="handle">The statement.</param>
internal sealed class Statement(Connection connection, sqlite3_stmt handle)
{
    /// <summary>Sets a parameter to a number, or to nothing.</summary>
    /// <param name="index">1 for the first.</param>
    /// <param name="value">The value.</param>
    /// <returns>This statement.</returns>
    public Statement Bind(int index, long? value)
    {
        connection.Check(value is { } number ? raw.sqlite3_bind_int64(handle, index, number) : raw.sqlite3_bind_null(handle, index));
        return this;
    }

    /// <summary>Sets a parameter to bytes.</summary>
    /// <param name="index">1 for the first.</param>
    /// <param name="value">The bytes.</param>
    /// <returns>This statement.</returns>
    public Statement Bind(int index, ReadOnlySpan<byte> value)
    {
        connection.Check(raw.sqlite3_bind_blob(handle, index, value));
        return this;
    }

    /// <summary>Sets a parameter to a UUID in its order as text.</summary>
    /// <param name="index">1 for the first.</param>
    /// <param name="value">The UUID.</param>
    /// <returns>This statement.</returns>
    public Statement Bind(int index, Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        return Bind(index, bytes);
    }

    /// <summary>Sets a parameter to text.</summary>
    /// <param name="index">1 for the first.</param>
    /// <param name="value">The text.</param>
    /// <returns>This statement.</returns>
    public Statement BindText(int index, string value)
    {
        connection.Check(raw.sqlite3_bind_text(handle, index, value));
        return this;
    }

    /// <summary>Goes to the next row.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Step()
    {
        var code = raw.sqlite3_step(handle);
        if (code is raw.SQLITE_ROW)
        {
            return true;
        }

        // The reset comes after the check: it would report the same fault a second time.
        try
        {
            connection.Check(code);
        }
        finally
        {
            Reset();
        }

        return false;
    }

    /// <summary>Runs it to its end and makes it ready for the next run.</summary>
    public void Run()
    {
        while (Step())
        {
            // Rows of a statement that is run for its effect are nobody's.
        }
    }

    /// <summary>Ends the run, which ends its read transaction too.</summary>
    public void Reset() => _ = raw.sqlite3_reset(handle);

    /// <summary>Whether a column holds nothing.</summary>
    /// <param name="column">0 for the first.</param>
    /// <returns>Whether.</returns>
    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    /// <summary>A column as a number.</summary>
    /// <param name="column">0 for the first.</param>
    /// <returns>The number.</returns>
    public long Long(int column) => raw.sqlite3_column_int64(handle, column);

    /// <summary>A column as a number of 32 bits.</summary>
    /// <param name="column">0 for the first.</param>
    /// <returns>The number.</returns>
    public int Int(int column) => raw.sqlite3_column_int(handle, column);

    /// <summary>A column's bytes.</summary>
    /// <param name="column">0 for the first.</param>
    /// <returns>The bytes, valid until the next step.</returns>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(handle, column);

    /// <summary>A column as a UUID.</summary>
    /// <param name="column">0 for the first.</param>
    /// <returns>The UUID.</returns>
    public Guid Guid(int column)
    {
        var bytes = Bytes(column);
        return bytes.Length == 16 ? new Guid(bytes, bigEndian: true) : throw Damaged();
    }

    /// <summary>What to throw where a row cannot be one that was written.</summary>
    /// <returns>The exception.</returns>
    public AiOsException Damaged() => SqliteFault.Of(raw.SQLITE_CORRUPT, connection.Path);

    /// <summary>A column as text.</summary>
    /// <param name="column">0 for the first.</param>
    /// <returns>The text.</returns>
    public string Text(int column) => raw.sqlite3_column_text(handle, column).utf8_to_string();
}
