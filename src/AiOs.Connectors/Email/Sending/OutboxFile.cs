namespace AiOs.Connectors.Email.Sending;

/// <summary>One file on its way into the outbox.</summary>
internal sealed class OutboxFile(string path, string temporary, ReadOnlyMemory<byte> bytes)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerOnly | UnixFileMode.UserExecute;

    private FileStream? _open;
    private bool _placed;

    public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Exception? Fault { get; set; }

    /// <summary>Writes the bytes beside the final name and renames them onto it.</summary>
    public void Place(string folder)
    {
        if (IsThere()) return;
        try
        {
            _open = Create();
        }
        catch (DirectoryNotFoundException)
        {
            MakeFolder(folder);
            _open = Create();
        }

        _open.Write(bytes.Span);
        File.Move(temporary, path, overwrite: true);
        _placed = true;
    }

    public void Flush() => _open?.Flush(flushToDisk: true);

    /// <summary>Tells who waits; what could not be made durable is taken away again.</summary>
    public void End(Exception? folderFault)
    {
        _open?.Dispose();
        Fault ??= folderFault;
        if (Fault is null)
        {
            Done.SetResult();
            return;
        }

        Remove(temporary);
        if (_placed) Remove(path);
        Done.SetException(Fault);
    }

    /// <summary>Whether the same bytes are there; they are flushed again, since the attempt that wrote them may have died before.</summary>
    private bool IsThere()
    {
        if (!File.Exists(path)) return false;
        var there = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var same = there.Length == bytes.Length;
        if (same)
        {
            var read = new byte[bytes.Length];
            there.ReadExactly(read);
            same = bytes.Span.SequenceEqual(read);
        }

        if (same) _open = there;
        else there.Dispose();
        return same;
    }

    private FileStream Create()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            Share = FileShare.ReadWrite | FileShare.Delete,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        return new FileStream(temporary, options);
    }

    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, OwnerFolder);
        if (Path.GetDirectoryName(folder) is { Length: > 0 } parent) FolderSync.Flush(parent);
    }

    private static void Remove(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
        }
    }
}
