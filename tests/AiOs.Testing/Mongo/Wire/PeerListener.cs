using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace AiOs.Testing.Mongo.Wire;

/// <summary>Listens on loopback, and ends every connection when it stops.</summary>
internal sealed class PeerListener(CommandRunner runner) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<int, (PeerConnection Connection, Task Served)> _connections = new();
    private CancellationTokenSource _stop = new();
    private Socket? _socket;
    private Task _accepting = Task.CompletedTask;
    private int _nextId;
    private volatile bool _refuses;

    /// <summary>The port, which stays the same over restarts.</summary>
    public int Port { get; private set; }

    public bool Refuses
    {
        get => _refuses;
        set => _refuses = value;
    }

    public int Connections => _connections.Count;

    public void Start()
    {
        _stop = new CancellationTokenSource();
        _socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, Port));
        _socket.Listen(512);
        Port = ((IPEndPoint)_socket.LocalEndPoint!).Port;
        _accepting = AcceptAsync(_socket, _stop.Token);
    }

    /// <summary>Stops listening and ends every connection; a second time does nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_socket is null)
        {
            return;
        }

        await _stop.CancelAsync();
        _socket.Dispose();
        _socket = null;
        await _accepting;
        await DropAllAsync();
        _stop.Dispose();
    }

    /// <summary>Ends every open connection; new ones are taken.</summary>
    public async Task DropAllAsync()
    {
        var open = _connections.Values.ToList();
        open.ForEach(one => one.Connection.Dispose());
        await Task.WhenAll(open.Select(one => one.Served));
    }

    private async Task AcceptAsync(Socket socket, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                Take(await socket.AcceptAsync(cancellationToken), cancellationToken);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The listener was stopped.
        }
    }

    private void Take(Socket client, CancellationToken cancellationToken)
    {
        if (Refuses)
        {
            client.Dispose();
            return;
        }

        client.NoDelay = true;
        var id = Interlocked.Increment(ref _nextId);
        var connection = new PeerConnection(client, id, runner);
        var gate = new TaskCompletionSource();
        _connections[id] = (connection, ServeAsync(connection, id, gate.Task, cancellationToken));
        gate.SetResult();
    }

    private async Task ServeAsync(PeerConnection connection, int id, Task listed, CancellationToken cancellationToken)
    {
        await listed;
        await connection.ServeAsync(cancellationToken);
        _connections.TryRemove(id, out _);
    }
}
