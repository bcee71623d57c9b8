using AiOs.Storage.Conformance.Kits;
using AiOs.Storage.Conformance.Suites;

namespace AiOs.Storage.Conformance.Stores;

/// <summary>The MongoDB store against a server that AIOS_TEST_MONGODB names or Docker starts.</summary>
public static class OnMongoServer
{
    public sealed class Journal : JournalSuite<MongoServerKit>;

    public sealed class Rows : RowSuite<MongoServerKit>;

    public sealed class Keys : KeySuite<MongoServerKit>;

    public sealed class Blobs : BlobSuite<MongoServerKit>;

    public sealed class Leases : LeaseSuite<MongoServerKit>;

    public sealed class Cursors : CursorSuite<MongoServerKit>;

    public sealed class Knowledge : KnowledgeSuite<MongoServerKit>;

    public sealed class Search : SearchSuite<MongoServerKit>;

    public sealed class Shared : SharedSuite<MongoServerKit>;
}
