namespace AiOs.Storage.Sqlite.Tests.Support;

/// <summary>A folder of its own for each test, gone afterwards.</summary>
internal sealed class Folder : IDisposable
{
    public Folder() => Path = Directory.CreateTempSubdirectory("aios-sqlite-").FullName;

    public string Path { get; }

    public string Database => this["data/aios.db"];

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Copies the files of a store that may be open, as a crash at this moment would leave them.</summary>
    /// <param name="to">The folder to copy into.</param>
    public void CopyDatabase(Folder to)
    {
        Directory.CreateDirectory(to["data"]);
        foreach (var ending in new[] { string.Empty, "-wal" })
        {
            if (File.Exists(Database + ending))
            {
                File.Copy(Database + ending, to.Database + ending, overwrite: true);
            }
        }
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
