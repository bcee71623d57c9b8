using System.Runtime.InteropServices;

namespace AiOs.Connectors.Email.Sending;

/// <summary>Makes a folder's entries durable: without it a file that was just renamed may be gone after a power cut.</summary>
internal static partial class FolderSync
{
    /// <summary>Returns when the entries are on the disk; does nothing on Windows, which has no such call. Throws <see cref="IOException"/>.</summary>
    public static void Flush(string folder)
    {
        if (!OperatingSystem.IsWindows()) Flush(folder, Sync);
    }

    /// <summary>Makes all that was written to the folder's file system durable with one call (Linux syncfs). Throws <see cref="IOException"/>.</summary>
    /// <returns>Whether there is such a call here.</returns>
    public static bool TryFlushFileSystem(string folder)
    {
        if (!OperatingSystem.IsLinux()) return false;
        Flush(folder, SyncFileSystem);
        return true;
    }

    private static void Flush(string folder, Func<int, int> sync)
    {
        var handle = Open(folder, 0);
        if (handle < 0) throw Fault(folder);
        try
        {
            if (sync(handle) != 0) throw Fault(folder);
        }
        finally
        {
            _ = Close(handle);
        }
    }

    private static IOException Fault(string folder)
    {
        var error = Marshal.GetLastPInvokeError();
        return new IOException($"The folder {folder} could not be written to the disk (error {error}).", error);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Sync(int handle);

    [LibraryImport("libc", EntryPoint = "syncfs", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SyncFileSystem(int handle);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int handle);
}
