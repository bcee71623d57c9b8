namespace AiOs.Bot.Composition;

/// <summary>Which store keeps the journal.</summary>
internal sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>Sqlite, the embedded default.</summary>
    public string Provider { get; set; } = "Sqlite";
}
