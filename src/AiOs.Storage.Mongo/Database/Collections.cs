namespace AiOs.Storage.Mongo.Database;

/// <summary>The collections.</summary>
internal static class Collections
{
    public const string Commits = "commits";
    public const string State = "state";
    public const string WorkItems = "work_items";
    public const string Approvals = "approvals";
    public const string Records = "records";
    public const string Ledger = "ledger";
    public const string Leases = "leases";
    public const string Cursors = "cursors";
    public const string BlobFiles = "blobs.files";
    public const string BlobChunks = "blobs.chunks";
    public const string Knowledge = "knowledge";
    public const string KnowledgeGone = "knowledge_gone";
}
