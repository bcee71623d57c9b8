using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace AiOs.Storage.Sqlite.Files;

/// <summary>What .NET has no call for: opening a folder to sync it, and opening a file without asking for a lock on it.</summary>
internal static class UnixFiles
{
    private const int ReadOnly = 0;

    /// <summary>Makes the names in a folder durable. Does nothing on Windows, where a rename is.</summary>
    /// <param name="folder">The folder.</param>
    public static void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var handle = Open(folder) ?? throw new IOException($"The folder {folder} cannot be opened.");
        RandomAccess.FlushToDisk(handle);
    }

    /// <summary>Opens something to read, whoever has locked it.</summary>
    /// <param name="path">A file or a folder.</param>
    /// <returns>The handle; nothing where it cannot be opened.</returns>
    public static SafeFileHandle? Open(string path)
    {
        var handle = Open([.. System.Text.Encoding.UTF8.GetBytes(path), 0], ReadOnly);
        return handle < 0 ? null : new SafeFileHandle(handle, ownsHandle: true);
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);
}
