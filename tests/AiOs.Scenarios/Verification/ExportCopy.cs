namespace AiOs.Scenarios.Verification;

/// <summary>A copy of an export to be spoilt.</summary>
public sealed class ExportCopy : IDisposable
{
    public ExportCopy(string export)
    {
        Folder = Directory.CreateTempSubdirectory("aios-export-").FullName;
        foreach (var file in Directory.EnumerateFiles(export, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath(export, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        Directory.CreateDirectory(Path.Combine(Folder, "records"));
        Directory.CreateDirectory(Path.Combine(Folder, "blobs"));
    }

    public string Folder { get; }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
