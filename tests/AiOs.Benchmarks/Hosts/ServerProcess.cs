using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace AiOs.Benchmarks.Hosts;

/// <summary>A server as a child process: the real host, or the floor beside it. Stopped with its owner, and with this process at the latest.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly List<Process> Running = [];

    private readonly Process _process;

    static ServerProcess()
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => KillAll();
        Console.CancelKeyPress += (_, _) => KillAll();
    }

    private ServerProcess(Process process, int port, string key, TimeSpan readyAfter)
    {
        _process = process;
        Port = port;
        Key = key;
        ReadyAfter = readyAfter;
    }

    public int Id => _process.Id;

    public int Port { get; }

    public string Key { get; }

    /// <summary>From before the process was made until its ready line was read.</summary>
    public TimeSpan ReadyAfter { get; }

    /// <summary>The real host on a folder.</summary>
    public static Task<ServerProcess> StartHostAsync(BenchFolder folder, CancellationToken cancellationToken, params IReadOnlyList<(string Key, string Value)> settings)
    {
        var start = new ProcessStartInfo(HostFile());
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("AIOS_", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["AIOS_Workspace__DataDirectory"] = folder.Data;
        start.Environment["AIOS_Workspace__HeadFile"] = folder.HeadFile;
        start.Environment["AIOS_Workspace__TimeZone"] = "Europe/Berlin";
        start.Environment["HOME"] = folder.Path;
        foreach (var (key, value) in settings)
        {
            start.Environment["AIOS_" + key] = value;
        }

        start.WorkingDirectory = folder.Path;
        return StartAsync(start, cancellationToken);
    }

    /// <summary>This program once more, as something else.</summary>
    public static Task<ServerProcess> StartSelfAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Path.ChangeExtension(typeof(ServerProcess).Assembly.Location, null));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return StartAsync(start, cancellationToken);
    }

    /// <summary>Asks it to stop, as an operator's Ctrl-C does, and waits until it has.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync();
            using var patience = new CancellationTokenSource(Patience);
            try
            {
                await _process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                _process.Kill(entireProcessTree: true);
            }
        }

        lock (Running)
        {
            Running.Remove(_process);
        }

        _process.Dispose();
    }

    private static async Task<ServerProcess> StartAsync(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.RedirectStandardInput = true;
        var from = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        lock (Running)
        {
            Running.Add(process);
        }

        var said = new ConcurrentQueue<string>();
        process.ErrorDataReceived += (_, line) => said.Enqueue(line.Data ?? string.Empty);
        process.BeginErrorReadLine();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("ready ", StringComparison.Ordinal))
            {
                var after = Stopwatch.GetElapsedTime(from);
                var address = new Uri(line[6..]);
                return new ServerProcess(process, address.Port, address.Query["?key=".Length..], after);
            }
        }

        await process.WaitForExitAsync(cancellationToken);
        throw new InvalidOperationException($"{start.FileName} ended with {process.ExitCode} before it was ready: {string.Join(' ', said)}");
    }

    /// <summary>The host as it was built with this program: its own output folder, else the copy beside us.</summary>
    private static string HostFile()
    {
        var configuration = typeof(ServerProcess).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var built = Path.Combine(folder.FullName, "src", "AiOs.Bot", "bin", configuration, "net10.0", "AiOs.Bot");
            if (File.Exists(built))
            {
                return built;
            }
        }

        return Path.Combine(AppContext.BaseDirectory, "AiOs.Bot");
    }

    private static void KillAll()
    {
        lock (Running)
        {
            foreach (var process in Running)
            {
                try
                {
                    process.Kill(entireProcessTree: true);
                }
                catch (InvalidOperationException)
                {
                    // It has ended by itself.
                }
            }
        }
    }
}
