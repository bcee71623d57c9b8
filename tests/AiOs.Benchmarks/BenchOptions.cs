namespace AiOs.Benchmarks;

/// <summary>What the command line asks for.</summary>
internal sealed record BenchOptions
{
    public bool Quick { get; init; }

    public bool Profile { get; init; }

    /// <summary>With <see cref="Profile"/>: how long to loop rounds for a sampling profiler; 0 prints the stages instead.</summary>
    public int LoopSeconds { get; init; }

    public string? Only { get; init; }

    public string? JsonFile { get; init; }

    /// <summary>The folder whose disk is measured; the system's folder for temporary files where nothing is given.</summary>
    public string? Folder { get; init; }
}
