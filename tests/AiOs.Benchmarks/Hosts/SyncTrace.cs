using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace AiOs.Benchmarks.Hosts;

/// <summary>Watches by strace which files a process syncs. It slows the process, so nothing is timed meanwhile.</summary>
internal sealed class SyncTrace : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Process _strace;
    private readonly string _file;

    private SyncTrace(Process strace, string file)
    {
        _strace = strace;
        _file = file;
    }

    /// <summary>Attaches; nothing where there is no strace or it may not attach.</summary>
    public static async Task<SyncTrace?> AttachAsync(int process, string file, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("strace") { RedirectStandardError = true };
        foreach (var argument in new[] { "-f", "-y", "-e", "trace=fsync,fdatasync,syncfs,sync", "-o", file, "-p", process.ToString(CultureInfo.InvariantCulture) })
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            var strace = Process.Start(start)!;
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(Patience);
            while (await strace.StandardError.ReadLineAsync(patience.Token) is { } line)
            {
                if (line.Contains("attached", StringComparison.Ordinal))
                {
                    _ = strace.StandardError.ReadToEndAsync(CancellationToken.None);
                    return new SyncTrace(strace, file);
                }
            }

            return null;
        }
        catch (Exception fault) when (fault is Win32Exception or OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>Detaches and tells how often each path was synced.</summary>
    public async Task<IReadOnlyList<string>> StopAsync()
    {
        using var kill = Process.Start("kill", ["-INT", _strace.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        using var patience = new CancellationTokenSource(Patience);
        await _strace.WaitForExitAsync(patience.Token);
        var lines = await File.ReadAllLinesAsync(_file, patience.Token);
        return [.. lines.Select(PathIn).OfType<string>()];
    }

    public ValueTask DisposeAsync()
    {
        if (!_strace.HasExited)
        {
            _strace.Kill();
        }

        _strace.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// The path of a call that begins on this line, <c>123 fdatasync(7&lt;/data/aios.db-wal&gt;) = 0</c>, whole or cut off by another thread;
    /// for a call that flushes a whole file system the name of that call.
    /// </summary>
    private static string? PathIn(string line)
    {
        var call = line.IndexOf('(', StringComparison.Ordinal);
        var name = call < 0 ? string.Empty : line[(line.LastIndexOf(' ', call) + 1)..call];
        var (open, close) = (line.IndexOf('<', StringComparison.Ordinal), line.IndexOf('>', StringComparison.Ordinal));
        return name switch
        {
            "syncfs" or "sync" => name,
            "fsync" or "fdatasync" when open > call && close > open => line[(open + 1)..close],
            _ => null,
        };
    }
}
