namespace AiOs.Bot.Composition;

/// <summary>Which store keeps the journal.</summary>
internal sealed class StorageOptions
{
    public const string Section = "Storage";

    public const string Sqlite = "Sqlite";

    public const string MongoDb = "MongoDb";

    /// <summary>Sqlite, the embedded default; or MongoDb, which several hosts can share.</summary>
    public string Provider { get; set; } = Sqlite;
}
