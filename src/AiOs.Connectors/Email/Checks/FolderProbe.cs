namespace AiOs.Connectors.Email.Checks;

/// <summary>Finds out whether a folder can be made and written, by doing it.</summary>
internal static class FolderProbe
{
    // A name with a point before it: the drop folder takes no such file for a mail.
    private const string Name = ".aios-doctor";

    private const UnixFileMode OwnerFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Whether a file could be written and taken away again.</summary>
    public static async Task<bool> CanWriteAsync(string folder, CancellationToken cancellationToken)
    {
        var probe = Path.Combine(folder, Name);
        try
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
            else Directory.CreateDirectory(folder, OwnerFolder);
            await File.WriteAllTextAsync(probe, "written by doctor", cancellationToken);
            File.Delete(probe);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
