using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AiOs.Connectors.Tests.Http;

/// <summary>Answers the n-th request with the bytes it is told, or breaks off, and counts requests and connections.</summary>
internal sealed class RawHttpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Func<int, string?> _reply;
    private readonly Task _serving;

    public RawHttpServer(Func<int, string?> reply)
    {
        _reply = reply;
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>Closes every connection before it has read anything.</summary>
    public bool TurnsAway { get; init; }

    public int Requests { get; private set; }

    public int Connections { get; private set; }

    public Uri Place => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/things");

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _serving;
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_end.Token);
                Connections++;
                if (!TurnsAway) await ServeOneAsync(client);
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException or InvalidOperationException)
        {
        }
    }

    private async Task ServeOneAsync(TcpClient client)
    {
        try
        {
            var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.ASCII);
            while (await HasRequestAsync(reader))
            {
                Requests++;
                if (_reply(Requests) is not { } reply) return;
                await stream.WriteAsync(Encoding.ASCII.GetBytes(reply), _end.Token);
                if (reply.Contains("Connection: close", StringComparison.Ordinal)) return;
            }
        }
        catch (IOException) when (!_end.IsCancellationRequested)
        {
        }
    }

    private async Task<bool> HasRequestAsync(StreamReader reader)
    {
        if (await reader.ReadLineAsync(_end.Token) is not { Length: > 0 }) return false;
        var length = 0;
        while (await reader.ReadLineAsync(_end.Token) is { Length: > 0 } header)
        {
            if (header.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) length = int.Parse(header[15..], System.Globalization.CultureInfo.InvariantCulture);
        }

        // Asked for nothing the reader would wait for more.
        return length == 0 || await reader.ReadBlockAsync(new char[length], _end.Token) == length;
    }
}
