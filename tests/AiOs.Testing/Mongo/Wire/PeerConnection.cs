using System.Net.Sockets;

namespace AiOs.Testing.Mongo.Wire;

/// <summary>One driver's connection: a message, its reply, and the next.</summary>
internal sealed class PeerConnection(Socket socket, int id, CommandRunner runner) : IDisposable
{
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

        var reply = await runner.RunAsync(request.Body, id, cancellationToken);
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

    /// <summary>Nothing of the topology ever changes while the connection lives, so each answer waits its full time.</summary>
    private async Task StreamHelloAsync(Stream stream, WireRequest request, CancellationToken cancellationToken)
    {
        var wait = TimeSpan.FromMilliseconds(request.Body["maxAwaitTimeMS"].ToInt64());
        var responseTo = request.Id;
        do
        {
            if (runner.IsCurrent(request.Body["topologyVersion"].AsBsonDocument))
            {
                await Task.Delay(wait, TimeProvider.System, cancellationToken);
            }

            var reply = await runner.RunAsync(request.Body, id, cancellationToken) ?? throw new IOException("lost by a planned fault");
            _replies++;
            await stream.WriteAsync(WireWriter.Message(_replies, responseTo, reply, request.AllowsExhaust), cancellationToken);
            responseTo = _replies;
        }
        while (request.AllowsExhaust);
    }
}
