using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace AiOs.Testing.Mail;

/// <summary>A mail server in the foreground on a port of its own. It is over after some time by itself, so that nothing outlives a test run that broke off.</summary>
internal sealed class MailServer(string program, string[] arguments, string greeting) : IAsyncDisposable
{
    private const string LongestLife = "1200";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(20);
    private static int _port = 12_000 + (Environment.ProcessId % 50 * 150);

    private readonly ConcurrentQueue<string> _said = new();
    private Process? _process;

    public string Said => string.Join('\n', _said);

    /// <summary>A port outside the range that the system gives to whoever asks for any: it is free again after a restart.</summary>
    public static int FreePort()
    {
        while (true)
        {
            var port = Interlocked.Increment(ref _port);
            try
            {
                using var probe = new TcpListener(IPAddress.Loopback, port);
                probe.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody has it: the next one.
            }
        }
    }

    /// <summary>Starts it and waits until it greets.</summary>
    public async Task StartAsync(int port)
    {
        var info = new ProcessStartInfo("timeout", [LongestLife, program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        _process = Process.Start(info)!;
        _process.OutputDataReceived += (_, line) => _said.Enqueue(line.Data ?? string.Empty);
        _process.ErrorDataReceived += (_, line) => _said.Enqueue(line.Data ?? string.Empty);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        var started = TimeProvider.System.GetTimestamp();
        while (!await GreetsAsync(port))
        {
            if (_process.HasExited || TimeProvider.System.GetElapsedTime(started) > Patience)
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{program} does not greet on port {port}:\n{Said}"));
            }

            await Task.Delay(Beat, TimeProvider.System);
        }
    }

    /// <summary>Ends it and all that it started, without a word to anybody who is connected.</summary>
    public async Task KillAsync()
    {
        if (_process is null)
        {
            return;
        }

        _process.Kill(entireProcessTree: true);
        using var limit = new CancellationTokenSource(Patience, TimeProvider.System);
        await _process.WaitForExitAsync(limit.Token);
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync() => await KillAsync();

    private async Task<bool> GreetsAsync(int port)
    {
        try
        {
            using var client = new TcpClient();
            using var limit = new CancellationTokenSource(Patience, TimeProvider.System);
            await client.ConnectAsync(IPAddress.Loopback, port, limit.Token);
            var first = new byte[greeting.Length];
            await client.GetStream().ReadExactlyAsync(first, limit.Token);
            return System.Text.Encoding.ASCII.GetString(first) == greeting;
        }
        catch (Exception fault) when (fault is SocketException or IOException)
        {
            return false;
        }
    }
}
