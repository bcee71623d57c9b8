using AiOs.Storage.Conformance.Kits;
using AiOs.Storage.Conformance.Suites;

namespace AiOs.Storage.Conformance.Stores;

/// <summary>The stores that the kernel's tests stand on.</summary>
public static class InMemory
{
    public sealed class Journal : JournalSuite<InMemoryKit>;

    public sealed class Rows : RowSuite<InMemoryKit>;

    public sealed class Keys : KeySuite<InMemoryKit>;

    public sealed class Blobs : BlobSuite<InMemoryKit>;

    public sealed class Leases : LeaseSuite<InMemoryKit>;

    public sealed class Cursors : CursorSuite<InMemoryKit>;

    public sealed class Knowledge : KnowledgeSuite<InMemoryKit>;

    public sealed class Search : SearchSuite<InMemoryKit>;

    public sealed class Faults : FaultSuite<InMemoryKit>;

    public sealed class Shared : SharedSuite<InMemoryKit>;
}
