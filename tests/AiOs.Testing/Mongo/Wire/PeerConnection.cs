using System.Net.Sockets;
using AiOs.Testing.Mongo.Commands;

namespace AiOs.Testing.Mongo.Wire;

/// <summary>One driver's connection: a message, its reply, and the next.</summary>
internal sealed class PeerConnection(Socket socket, int id, CommandRunner runner) : IDisposable
{
    private readonly ConnectionState _state = new(id);
    private int _replies;

    public void Dispose() => socket.Dispose();

    public async Task ServeAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = new NetworkStream(socket, ownsSocket: false);
            while (await WireReader.ReadAsync(stream, cancellationToken) is { } request && await AnswerAsync(stream, request, cancellationToken))
            {
            }
        }
        catch (Exception error) when (error is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The driver went away, or the server goes down: either way the connection is over.
        }
        finally
        {
            socket.Dispose();
        }
    }

    /// <summary>False when the connection ends here.</summary>
    private async Task<bool> AnswerAsync(Stream stream, WireRequest request, CancellationToken cancellationToken)
    {
        if (IsAwaited(request))
        {
            await StreamHelloAsync(stream, request, cancellationToken);
            return true;
        }

        var reply = await runner.RunAsync(request.Body, _state, cancellationToken);
        if (reply is null)
        {
            return false;
        }

        if (!request.WantsNoReply)
        {
            _replies++;
            await stream.WriteAsync(
                request.IsLegacy ? WireWriter.Legacy(_replies, request.Id, reply) : WireWriter.Message(_replies, request.Id, reply, moreToCome: false),
                cancellationToken);
        }

        return true;
    }

    private static bool IsAwaited(WireRequest request) =>
        !request.IsLegacy && request.Body.Contains("maxAwaitTimeMS") && request.Body.Contains("topologyVersion");

    private async Task StreamHelloAsync(Stream stream, WireRequest request, CancellationToken cancellationToken)
    {
        var wait = TimeSpan.FromMilliseconds(request.Body["maxAwaitTimeMS"].ToInt64());
        var (responseTo, known) = (request.Id, request.Body["topologyVersion"].AsBsonDocument);
        do
        {
            await Task.WhenAny(runner.TopologyChangedFrom(known), Task.Delay(wait, TimeProvider.System, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
            var reply = await runner.RunAsync(request.Body, _state, cancellationToken) ?? throw new IOException("lost by a planned fault");
            _replies++;
            await stream.WriteAsync(WireWriter.Message(_replies, responseTo, reply, request.AllowsExhaust), cancellationToken);
            (responseTo, known) = (_replies, reply["topologyVersion"].AsBsonDocument);
        }
        while (request.AllowsExhaust);
    }
}
