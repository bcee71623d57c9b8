using System.ComponentModel.DataAnnotations;

namespace AiOs.Storage.Sqlite;

/// <summary>Where the embedded store keeps its file.</summary>
public sealed class SqliteOptions
{
    /// <summary>The section it is read from.</summary>
    public const string Section = "Storage:Sqlite";

    /// <summary>
    /// The database file; default <c>data/aios.db</c>, relative to the caller's directory. Its folder is made where it is missing and holds
    /// the lock file and the folder of blobs too.
    /// </summary>
    [Required(ErrorMessage = "Storage:Sqlite:Path names no file.")]
    public string Path { get; set; } = System.IO.Path.Combine("data", "aios.db");

    /// <summary>The folder that the file stands in.</summary>
    internal string Folder => System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!;

    /// <summary>How large the file may grow, in pages; 0 is without bound. Tests fill the disk with it.</summary>
    internal long MaxPages { get; set; }

    /// <summary>How many bytes the write-ahead log may hold before it is copied into the file.</summary>
    internal long CheckpointBytes { get; set; } = 16 << 20;

    /// <summary>
    /// The size of a page of a new file. Half of it holds one work item's commits but not two, which wastes a third of the file;
    /// twice as much writes more into the log for each commit.
    /// </summary>
    internal int PageSize { get; set; } = 8192;
}
