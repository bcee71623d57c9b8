using AiOs.Storage.Conformance.Kits;
using AiOs.Storage.Conformance.Suites;

namespace AiOs.Storage.Conformance.Stores;

/// <summary>The MongoDB store against the wire peer, always.</summary>
public static class OnMongoPeer
{
    public sealed class Journal : JournalSuite<MongoPeerKit>;

    public sealed class Rows : RowSuite<MongoPeerKit>;

    public sealed class Keys : KeySuite<MongoPeerKit>;

    public sealed class Blobs : BlobSuite<MongoPeerKit>;

    public sealed class Leases : LeaseSuite<MongoPeerKit>;

    public sealed class Cursors : CursorSuite<MongoPeerKit>;

    public sealed class Knowledge : KnowledgeSuite<MongoPeerKit>;

    public sealed class Search : SearchSuite<MongoPeerKit>;

    public sealed class Faults : FaultSuite<MongoPeerKit>;

    public sealed class Shared : SharedSuite<MongoPeerKit>;
}
