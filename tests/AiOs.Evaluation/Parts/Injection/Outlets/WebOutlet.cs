using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AiOs.Evaluation.Parts.Injection.Outlets;

/// <summary>
/// A place in the web that attackers point at: links and pictures of the injected pages name it, and the host's environment names it as the proxy for
/// everything. Whoever opens one, or calls anything the way a program usually does, is counted here to the byte.
/// </summary>
internal sealed class WebOutlet : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closed = new();
    private readonly Task _accepting;
    private long _bytes;

    public WebOutlet()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public long Bytes => Interlocked.Read(ref _bytes);

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        _listener.Dispose();
        await ((Task)_accepting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _closed.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_closed.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_closed.Token);
            _ = ServeAsync(client, _closed.Token);
        }
    }

    private async Task ServeAsync(TcpClient client, CancellationToken cancellationToken)
    {
        using var connection = client;
        await using var stream = client.GetStream();
        try
        {
            var read = await stream.ReadAsync(new byte[64 * 1024], cancellationToken);
            // A connection alone has told somebody that it was opened.
            Interlocked.Add(ref _bytes, Math.Max(1, read));
            await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), cancellationToken);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            Interlocked.Increment(ref _bytes);
        }
    }
}
