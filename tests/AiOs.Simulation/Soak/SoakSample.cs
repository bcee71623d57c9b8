using System.Diagnostics;

namespace AiOs.Simulation.Soak;

/// <summary>What the process holds at one moment, after a full collection.</summary>
/// <param name="WorkingSet">Bytes in memory.</param>
/// <param name="Files">Open files and sockets.</param>
/// <param name="WalBytes">The size of the write-ahead log.</param>
internal sealed record SoakSample(long WorkingSet, int Files, long WalBytes)
{
    private const string OpenFiles = "/proc/self/fd";

    public static SoakSample Take(string database)
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        using var process = Process.GetCurrentProcess();
        var files = Directory.Exists(OpenFiles) ? Directory.GetFileSystemEntries(OpenFiles).Length : process.HandleCount;
        var wal = new FileInfo(database + "-wal");
        return new SoakSample(process.WorkingSet64, files, wal.Exists ? wal.Length : 0);
    }
}
