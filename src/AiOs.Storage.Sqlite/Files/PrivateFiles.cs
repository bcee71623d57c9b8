using AiOs.Contracts;

namespace AiOs.Storage.Sqlite.Files;

/// <summary>Makes files and folders that only their owner can open (Unix modes 600 and 700).</summary>
internal static class PrivateFiles
{
    private const int UnixNoSpace = 28;
    private const int WindowsNoSpace = unchecked((int)0x80070070);
    private const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a folder where it is missing; one that exists keeps its mode, since it may hold what is not ours.</summary>
    /// <param name="folder">The folder.</param>
    public static void MakeFolder(string folder)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(folder);
            }
            else if (!Directory.Exists(folder))
            {
                Directory.CreateDirectory(folder, FileMode | UnixFileMode.UserExecute);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Fault($"The folder {folder} cannot be made; check the path and its rights.", exception);
        }
    }

    /// <summary>Makes an empty file where it is missing, and takes the rights of others away where it exists.</summary>
    /// <param name="path">The file.</param>
    public static void MakeFile(string path)
    {
        try
        {
            if (!File.Exists(path))
            {
                using var made = Open(path, System.IO.FileMode.CreateNew, FileShare.ReadWrite);
            }
            else if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(path) != FileMode)
            {
                File.SetUnixFileMode(path, FileMode);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Fault($"{path} cannot be made; check the path and its rights.", exception);
        }
    }

    /// <summary>Opens a file to write.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mode">Whether it is made.</param>
    /// <param name="share">What others may do meanwhile.</param>
    /// <returns>The file.</returns>
    public static FileStream Open(string path, FileMode mode, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = share, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = FileMode;
        }

        return new FileStream(path, options);
    }

    /// <summary>The exception for a fault of the file system.</summary>
    /// <param name="message">One sentence for all faults but a full disk.</param>
    /// <param name="cause">The fault.</param>
    /// <returns>What to throw.</returns>
    public static AiOsException Fault(string message, Exception cause) => cause.HResult is UnixNoSpace or WindowsNoSpace
        ? new AiOsException("The disk is full: free some space.", cause) { IsTransient = true }
        : new AiOsException(message, cause);
}
