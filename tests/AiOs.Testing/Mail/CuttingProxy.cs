using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace AiOs.Testing.Mail;

/// <summary>Stands between a client and a server on loopback and cuts connections: at once, or after so many bytes from the server.</summary>
public sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<Socket, bool> _open = new();
    private readonly int _behind;
    private readonly Task _serving;
    private int _connections;

    /// <param name="behind">The server's port.</param>
    public CuttingProxy(int behind)
    {
        _behind = behind;
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many connections were made through it.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>How many bytes of the server each new connection lives for; nothing for as long as it likes.</summary>
    public int? CutAfter { get; set; }

    /// <summary>Cuts all that are open now, without a goodbye.</summary>
    public void CutAll()
    {
        foreach (var client in _open.Keys)
        {
            Cut(client);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        CutAll();
        await _serving;
        _listener.Dispose();
        _end.Dispose();
    }

    private static void Cut(Socket client)
    {
        // With nothing lingering the other side sees a reset, as where a router fell over.
        try
        {
            client.LingerState = new LingerOption(enable: true, seconds: 0);
            client.Close();
        }
        catch (Exception fault) when (fault is ObjectDisposedException or SocketException)
        {
            // It was cut before, or the other side was quicker.
            client.Dispose();
        }
    }

    private async Task ServeAsync()
    {
        var conversations = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptSocketAsync(_end.Token);
                Interlocked.Increment(ref _connections);
                conversations.Add(CarryAsync(client));
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException)
        {
        }

        await Task.WhenAll(conversations);
    }

    private async Task CarryAsync(Socket client)
    {
        using var server = new TcpClient();
        _open[client] = true;
        try
        {
            await using var stream = new NetworkStream(client, ownsSocket: false);
            await server.ConnectAsync(IPAddress.Loopback, _behind, _end.Token);
            await Task.WhenAny(
                PipeAsync(stream, server.GetStream(), most: null),
                PipeAsync(server.GetStream(), stream, CutAfter));
        }
        catch (Exception fault) when (fault is SocketException or IOException or OperationCanceledException or InvalidOperationException)
        {
            // The server is away or the client has gone: the connection ends.
        }

        _open.TryRemove(client, out _);
        Cut(client);
    }

    private async Task PipeAsync(NetworkStream from, NetworkStream to, int? most)
    {
        var buffer = new byte[16 * 1024];
        var left = most ?? int.MaxValue;
        try
        {
            while (left > 0 && await from.ReadAsync(buffer.AsMemory(0, Math.Min(buffer.Length, left)), _end.Token) is > 0 and var read)
            {
                await to.WriteAsync(buffer.AsMemory(0, read), _end.Token);
                left -= most is null ? 0 : read;
            }
        }
        catch (Exception fault) when (fault is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Either end is gone.
        }
    }
}
