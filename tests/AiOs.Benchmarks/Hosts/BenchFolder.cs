namespace AiOs.Benchmarks.Hosts;

/// <summary>A folder of this run on the disk that is measured; gone when it is disposed.</summary>
internal sealed class BenchFolder : IDisposable
{
    private BenchFolder(string path) => Path = path;

    /// <summary>Its whole path.</summary>
    public string Path { get; }

    /// <summary>Where hosts keep their data.</summary>
    public string Data => System.IO.Path.Combine(Path, "data");

    public string Database => System.IO.Path.Combine(Data, "aios.db");

    public string Outbox => System.IO.Path.Combine(Data, "outbox");

    /// <summary>The second head, outside the data folder.</summary>
    public string HeadFile => System.IO.Path.Combine(Path, "state", "head.json");

    public static BenchFolder Make(BenchOptions options, string name)
    {
        var path = Directory.CreateTempSubdirectory("aios-bench-").FullName;
        if (options.Folder is { } chosen)
        {
            Directory.Delete(path);
            path = System.IO.Path.Combine(System.IO.Path.GetFullPath(chosen), System.IO.Path.GetFileName(path));
        }

        var folder = new BenchFolder(System.IO.Path.Combine(path, name));
        Directory.CreateDirectory(folder.Path);
        return folder;
    }

    public void Dispose() => Directory.Delete(System.IO.Path.GetDirectoryName(Path)!, recursive: true);
}
