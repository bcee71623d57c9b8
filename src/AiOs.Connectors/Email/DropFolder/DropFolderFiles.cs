using System.Text;

namespace AiOs.Connectors.Email.DropFolder;

/// <summary>The files of the drop folder: which are there, their bytes, and where they go afterwards. Never deletes one.</summary>
internal sealed class DropFolderFiles(string folder)
{
    private const UnixFileMode OwnerFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public string Folder => folder;

    /// <summary>Makes the folder and the two below it. Throws <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>.</summary>
    public void Make()
    {
        foreach (var path in new[] { folder, Path.Combine(folder, "done"), Path.Combine(folder, "refused") })
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
            else Directory.CreateDirectory(path, OwnerFolder);
        }
    }

    /// <summary>All regular files whose name does not begin with a point, oldest first; links are not followed.</summary>
    public List<DroppedFile> Look()
    {
        var files = new List<DroppedFile>();
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles())
        {
            if (file.Name.StartsWith('.') || file.LinkTarget is not null || (file.Attributes & (FileAttributes.ReparsePoint | FileAttributes.Device)) != 0) continue;
            files.Add(new DroppedFile(file.FullName, file.Length, file.LastWriteTimeUtc));
        }

        files.Sort((a, b) => a.WrittenAt != b.WrittenAt ? a.WrittenAt.CompareTo(b.WrittenAt) : string.CompareOrdinal(a.Path, b.Path));
        return files;
    }

    /// <summary>The bytes, of a larger file only so many as show that it is too large.</summary>
    public static async Task<byte[]> ReadAsync(DroppedFile file, int most, CancellationToken cancellationToken)
    {
        // A pipe or a socket shows as empty too, and opening one would wait for its other end.
        if (file.Size == 0) return [];
        await using var stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true);
        var bytes = new byte[Math.Min(stream.Length, most + 1L)];
        var read = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return read == bytes.Length ? bytes : bytes[..read];
    }

    public void Done(DroppedFile file) => Move(file.Path, "done");

    /// <summary>Puts a file aside with a sentence beside it.</summary>
    public void Refuse(DroppedFile file, string sentence)
    {
        var path = Move(file.Path, "refused");
        File.WriteAllText($"{path}.txt", $"{sentence}\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    private string Move(string path, string below)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var ending = Path.GetExtension(path);
        for (var number = 1; ; number++)
        {
            var target = Path.Combine(folder, below, number == 1 ? name + ending : $"{name} ({number}){ending}");
            if (File.Exists(target)) continue;
            try
            {
                File.Move(path, target, overwrite: false);
                return target;
            }
            catch (IOException) when (File.Exists(target) && File.Exists(path))
            {
                // Somebody took the name in between: the next one.
            }
        }
    }
}
