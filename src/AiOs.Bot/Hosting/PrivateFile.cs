using AiOs.Contracts;

namespace AiOs.Bot.Hosting;

/// <summary>Small files that only their owner may read, written whole or not at all.</summary>
internal static class PrivateFile
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerFile | UnixFileMode.UserExecute;

    public static byte[] Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new AiOsException($"{path} cannot be read; check that it is yours.", fault);
        }
    }

    public static void WriteNew(string path, ReadOnlySpan<byte> bytes) => Write(path, bytes, FileMode.CreateNew);

    /// <summary>Puts new bytes in the place of old ones at one stroke.</summary>
    public static void Replace(string path, ReadOnlySpan<byte> bytes)
    {
        Write(path + ".new", bytes, FileMode.Create);
        try
        {
            File.Move(path + ".new", path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new AiOsException($"{path} cannot be written; check the folder and the disk.", fault) { IsTransient = true };
        }
    }

    public static void MakeFolder(string path)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(path);
            }
            else if (!Directory.Exists(path))
            {
                Directory.CreateDirectory(path, OwnerFolder);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new AiOsException($"The folder {path} cannot be made; choose another one, or make it yours.", fault);
        }
    }

    private static void Write(string path, ReadOnlySpan<byte> bytes, FileMode mode)
    {
        MakeFolder(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerFile;
        }

        try
        {
            using var file = new FileStream(path, options);
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new AiOsException($"{path} cannot be written; check the folder and the disk.", fault) { IsTransient = true };
        }
    }
}
