namespace AiOs.Connectors.Email.DropFolder;

/// <summary>A file as it was seen in the drop folder; seen twice the same, it has stopped growing.</summary>
internal readonly record struct DroppedFile(string Path, long Size, DateTime WrittenAt);
