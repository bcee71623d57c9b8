using System.Globalization;
using System.Text;
using AiOs.Contracts;

namespace AiOs.Storage.Sqlite.Files;

/// <summary>
/// Says that no other live process works on a data folder: a lock on its file <c>aios.lock</c>, which the system releases
/// however the process ends. The file's text is the process id, for people and for the sentence that refuses a second host.
/// </summary>
public sealed class WorkspaceLock : IDisposable
{
    private const string FileName = "aios.lock";

    private readonly string _folder;
    private readonly FileStream _file;

    private WorkspaceLock(string folder, FileStream file)
    {
        _folder = folder;
        _file = file;
    }

    /// <summary>Takes the lock. Throws <see cref="AiOsException"/> where another process, or another part of this one, holds it.</summary>
    /// <param name="directory">The data folder; made where it is missing.</param>
    /// <returns>The lock, held until it is disposed or the process ends.</returns>
    public static WorkspaceLock Take(string directory) =>
        TryTake(directory) ?? throw new AiOsException(
            $"Another host{Holder(directory)} uses this data folder; stop it or choose another Workspace:DataDirectory.");

    /// <summary>Takes the lock where nobody holds it. Throws <see cref="AiOsException"/> where the folder cannot be used.</summary>
    /// <param name="directory">The data folder; made where it is missing.</param>
    /// <returns>The lock, or nothing where another process, or another part of this one, holds it.</returns>
    public static WorkspaceLock? TryTake(string directory)
    {
        var folder = Path.GetFullPath(directory);
        PrivateFiles.MakeFolder(folder);
        var path = Path.Combine(folder, FileName);
        try
        {
            var file = PrivateFiles.Open(path, FileMode.OpenOrCreate, FileShare.None);
            WriteHolder(file);
            return new WorkspaceLock(folder, file);
        }
        catch (IOException exception) when (IsHeld(exception))
        {
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw PrivateFiles.Fault($"The lock file {path} cannot be made; check the folder and its rights.", exception);
        }
    }

    /// <summary>Whether this is the lock on a folder.</summary>
    /// <param name="directory">The folder.</param>
    /// <returns>Whether.</returns>
    internal bool Covers(string directory) =>
        _file.CanWrite && string.Equals(
            Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory)),
            Path.TrimEndingDirectorySeparator(_folder),
            StringComparison.Ordinal);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_file.CanWrite)
        {
            _file.SetLength(0);
        }

        _file.Dispose();
    }

    private static bool IsHeld(IOException exception)
    {
        const int WindowsSharingViolation = unchecked((int)0x80070020);
        const int LinuxWouldBlock = 11;
        const int MacWouldBlock = 35;
        return exception.HResult is WindowsSharingViolation or LinuxWouldBlock or MacWouldBlock;
    }

    private static void WriteHolder(FileStream file)
    {
        file.SetLength(0);
        file.Write(Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
    }

    private static string Holder(string directory)
    {
        // File.Open would ask for a shared lock and be refused.
        using var handle = OperatingSystem.IsWindows() ? null : UnixFiles.Open(Path.Combine(directory, FileName));
        if (handle is null)
        {
            return string.Empty;
        }

        Span<byte> text = stackalloc byte[16];
        var read = RandomAccess.Read(handle, text, 0);
        return int.TryParse(Encoding.ASCII.GetString(text[..read]), NumberStyles.None, CultureInfo.InvariantCulture, out var process)
            ? $" (process {process})"
            : string.Empty;
    }
}
