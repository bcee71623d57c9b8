namespace AiOs.Kernel.Journal.Exporting;

/// <summary>The files of an export.</summary>
internal static class ExportNames
{
    public const string Journal = "journal.jsonl";
    public const string Keys = "keys.jsonl";
    public const string Head = "head.json";
    public const string Manifest = "manifest.json";
    public const string Knowledge = "knowledge.jsonl";
    public const string Blobs = "blobs";
    public const string Records = "records";
    public const int Format = 1;
}
