using AiOs.Storage.Conformance.Kits;
using AiOs.Storage.Conformance.Suites;

namespace AiOs.Storage.Conformance.Stores;

/// <summary>The embedded store. It is one host's alone, and its own tests fill its disk and tear its files.</summary>
public static class OnSqlite
{
    public sealed class Journal : JournalSuite<SqliteKit>;

    public sealed class Rows : RowSuite<SqliteKit>;

    public sealed class Keys : KeySuite<SqliteKit>;

    public sealed class Blobs : BlobSuite<SqliteKit>;

    public sealed class Leases : LeaseSuite<SqliteKit>;

    public sealed class Cursors : CursorSuite<SqliteKit>;

    public sealed class Knowledge : KnowledgeSuite<SqliteKit>;

    public sealed class Search : SearchSuite<SqliteKit>;
}
