using AiOs.Contracts;
using SQLitePCL;

namespace AiOs.Storage.Sqlite.Database;

/// <summary>Says in one sentence what a result code of SQLite means for the operator.</summary>
internal static class SqliteFault
{
    /// <summary>The exception for a result code.</summary>
    /// <param name="code">The extended result code.</param>
    /// <param name="path">The database file.</param>
    /// <returns>What to throw.</returns>
    public static AiOsException Of(int code, string path) => (code & 0xff) switch
    {
        raw.SQLITE_FULL => Transient($"The disk is full: {path} could not take another commit and nothing of it was kept; free some space."),
        raw.SQLITE_IOERR => Transient($"The disk under {path} failed a read or a write (SQLite code {code}) and nothing was kept; check the disk."),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => Transient($"Another program holds {path} locked; close it."),
        raw.SQLITE_NOMEM => Transient($"There is not enough memory to go on with {path}."),
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB =>
            new AiOsException($"{path} is damaged or no journal (SQLite code {code}); put a backup in its place."),
        raw.SQLITE_CANTOPEN => new AiOsException($"{path} cannot be opened; check that its folder exists and belongs to this user."),
        raw.SQLITE_READONLY or raw.SQLITE_PERM => new AiOsException($"{path} cannot be written; check its rights and those of its folder."),
        raw.SQLITE_CONSTRAINT =>
            new AiOsException($"A commit repeats an id, a stream's version or a dedupe hash that {path} already holds; nothing of its batch was kept."),
        _ => new AiOsException($"SQLite refused a statement on {path}: {raw.sqlite3_errstr(code & 0xff).utf8_to_string()} (code {code})."),
    };

    private static AiOsException Transient(string message) => new(message) { IsTransient = true };
}
