using AiOs.Testing.Mongo.Commands;
using AiOs.Testing.Mongo.Faults;
using AiOs.Testing.Mongo.Wire;

namespace AiOs.Testing.Mongo;

/// <summary>
/// A MongoDB server in the test's own process: it listens on loopback, speaks the wire protocol, and keeps its data in memory.
/// What it does not serve it refuses with an error. Putting it away throws when something came that no caller here may do.
/// </summary>
/// <remarks>
/// Other than a server: documents expire only by <see cref="SweepExpired"/>, text indexes know the endings of no language but
/// English (roughly) and heed no language field, search indexes are up to date at once, and searches for vectors are exact.
/// Refused with code 238: transactions' kin such as change streams, positional updates, array filters, collations, capped
/// collections, joins and stages that write.
/// </remarks>
public sealed class MongoPeer : IAsyncDisposable
{
    private readonly ServerState _state;
    private readonly PeerListener _listener;
    private readonly Complaints _complaints = new();

    private MongoPeer(MongoPeerOptions options)
    {
        _state = new ServerState(options);
        _listener = new PeerListener(new CommandRunner(_state, Faults, Log, _complaints));
    }

    /// <summary>What will go wrong.</summary>
    public FaultPlan Faults { get; } = new();

    /// <summary>What came.</summary>
    public CommandLog Log { get; } = new();

    /// <summary>The port on loopback, the same over restarts.</summary>
    public int Port => _listener.Port;

    /// <summary>How drivers reach it; with the user and password of the options, when they name one.</summary>
    public string ConnectionString
    {
        get
        {
            var (user, set) = (_state.Options.User, _state.Options.ReplicaSet);
            var login = user is null ? string.Empty : $"{Uri.EscapeDataString(user)}:{Uri.EscapeDataString(_state.Options.Password ?? string.Empty)}@";
            var options = set is null ? "directConnection=true" : $"replicaSet={set}";
            return $"mongodb://{login}127.0.0.1:{Port}/?{options}{(user is null ? string.Empty : "&authSource=admin")}";
        }
    }

    /// <summary>True drops every connection as soon as it is made. By default false.</summary>
    public bool RefusesConnections
    {
        get => _listener.Refuses;
        set => _listener.Refuses = value;
    }

    /// <summary>How many connections are open.</summary>
    public int OpenConnections => _listener.Connections;

    /// <summary>How many cursors wait to be fetched.</summary>
    public int OpenCursors
    {
        get
        {
            lock (_state.Gate)
            {
                return _state.Cursors.Count;
            }
        }
    }

    /// <summary>Starts a peer on a free port.</summary>
    /// <param name="options">What kind of server it plays.</param>
    /// <returns>The peer, listening.</returns>
    public static Task<MongoPeer> StartAsync(MongoPeerOptions options)
    {
        var peer = new MongoPeer(options);
        peer.Listen();
        return Task.FromResult(peer);
    }

    /// <summary>Stops listening and ends every connection, as a server that goes down. The data stays.</summary>
    /// <returns>When nothing is left open.</returns>
    public async Task StopAsync()
    {
        await _listener.DisposeAsync();
        _state.Restart();
    }

    /// <summary>Listens again, on the same port and with the same data. Cursors of the life before are gone.</summary>
    public void StartAgain() => Listen();

    /// <summary>Ends every open connection and goes on listening.</summary>
    /// <returns>When all are ended.</returns>
    public Task DropConnectionsAsync() => _listener.DropAllAsync();

    /// <summary>Removes the documents that indexes with a lifetime let expire. A server does so once a minute; the peer when told.</summary>
    /// <returns>How many went.</returns>
    public int SweepExpired()
    {
        lock (_state.Gate)
        {
            var now = _state.Options.Clock.GetUtcNow();
            return _state.Databases.Names.ToList().SelectMany(_state.Databases.Collections).Sum(collection => collection.Expire(now));
        }
    }

    /// <summary>Stops for good.</summary>
    /// <returns>When nothing is left open.</returns>
    /// <exception cref="InvalidOperationException">A transaction came, or a command that the peer could not read.</exception>
    public async ValueTask DisposeAsync()
    {
        await _listener.DisposeAsync();
        if (_complaints.All is { Count: > 0 } complaints)
        {
            throw new InvalidOperationException("The MongoDB wire peer complains: " + string.Join(Environment.NewLine, complaints));
        }
    }

    private void Listen()
    {
        _listener.Start();
        _state.Address = $"127.0.0.1:{Port}";
    }
}
