using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace AiOs.Testing.Hosting;

/// <summary>A process of its own with what it says. Every wait ends, and nothing outlives the test.</summary>
public sealed partial class ChildProcess : IAsyncDisposable
{
    private const int SigTerm = 15;

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly TaskCompletionSource _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _reading;
    private TaskCompletionSource _said = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ChildProcess(Process process)
    {
        _process = process;
        Started = TimeProvider.System.GetTimestamp();
        _reading = Task.WhenAll(ReadAsync(process.StandardOutput, _output), ReadAsync(process.StandardError, _errors));
        _ = WatchAsync();
    }

    public long Started { get; }

    public int Id => _process.Id;

    public IReadOnlyList<string> Output => [.. _output];

    public IReadOnlyList<string> Errors => [.. _errors];

    public bool HasExited => _process.HasExited;

    public static ChildProcess Start(string program, IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string> environment)
    {
        var info = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in info.Environment.Keys.Where(name => name.StartsWith("AIOS_", StringComparison.Ordinal)).ToList())
        {
            info.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            info.Environment[name] = value;
        }

        return new ChildProcess(Process.Start(info)!);
    }

    /// <summary>The first line on standard output that fits. Fails with all that was said when none comes or the process ends.</summary>
    public async Task<string> LineAsync(Func<string, bool> fits, TimeSpan within)
    {
        using var limit = new CancellationTokenSource(within, TimeProvider.System);
        while (true)
        {
            var said = Volatile.Read(ref _said).Task;
            if (_output.FirstOrDefault(fits) is { } line)
            {
                return line;
            }

            if (_reading.IsCompleted)
            {
                await _exited.Task.WaitAsync(HostFolder.Patience, TimeProvider.System);
                throw new ProcessEndedException($"The process ended without the line that was waited for.\n{All()}") { ExitCode = _process.ExitCode };
            }

            try
            {
                await Task.WhenAny(said, _reading).WaitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"The line that was waited for did not come within {within.TotalSeconds} s.\n{All()}");
            }
        }
    }

    /// <summary>Writes a line to its standard input.</summary>
    public async Task SayAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>Waits for the end and returns the exit code; a process that does not end is killed and fails the test.</summary>
    public async Task<int> ExitAsync(TimeSpan within)
    {
        try
        {
            await _exited.Task.WaitAsync(within, TimeProvider.System);
            await _reading.WaitAsync(within, TimeProvider.System);
            return _process.ExitCode;
        }
        catch (TimeoutException)
        {
            Kill();
            throw new TimeoutException($"The process did not end within {within.TotalSeconds} s.\n{All()}");
        }
    }

    /// <summary>SIGKILL: no handler runs, no buffer is written.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }
    }

    /// <summary>SIGTERM: the polite end.</summary>
    public void Terminate()
    {
        if (!_process.HasExited)
        {
            _ = Signal(_process.Id, SigTerm);
        }
    }

    public string All() => $"stdout:\n{string.Join('\n', _output)}\nstderr:\n{string.Join('\n', _errors)}";

    public async ValueTask DisposeAsync()
    {
        Kill();
        await ((Task)_exited.Task.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _process.Dispose();
    }

    private async Task WatchAsync()
    {
        await _process.WaitForExitAsync();
        _exited.TrySetResult();
    }

    private async Task ReadAsync(StreamReader from, ConcurrentQueue<string> into)
    {
        while (await from.ReadLineAsync() is { } line)
        {
            into.Enqueue(line);
            Interlocked.Exchange(ref _said, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Signal(int process, int signal);
}
