namespace AiOs.Bot.Copies;

/// <summary>Says that a folder is a backup; written last, so that a backup that was interrupted has none.</summary>
/// <param name="Format">The version of this note.</param>
/// <param name="At">When the backup was begun, UTC.</param>
/// <param name="Position">Where it ends.</param>
/// <param name="Hash">The hash there.</param>
/// <param name="Key">Whether the workspace key is in it.</param>
internal sealed record BackupNote(int Format, DateTimeOffset At, long Position, string Hash, bool Key)
{
    public const string FileName = "backup.json";
    public const string KeyName = "workspace.key";
}
