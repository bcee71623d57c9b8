using System.Net.Sockets;

namespace AiOs.Channels.Telegram.Connection;

/// <summary>The way to the Bot API: no proxy of the environment, no redirects, nothing that traces addresses, which hold the token.</summary>
internal static class TelegramSocket
{
    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(15);

    public static HttpClient Open() => new(
#pragma warning disable CA2000 // The client owns it.
        new SocketsHttpHandler
#pragma warning restore CA2000
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectCallback = ConnectAsync,
        },
        disposeHandler: true)
    {
        // Each call has a bound of its own.
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>A connection that never came to be is told apart from an answer that was lost: only the first may be tried again.</summary>
    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        bound.CancelAfter(ConnectPatience);
#pragma warning disable CA2000 // The stream that is returned owns it, and the catch disposes it otherwise.
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
#pragma warning restore CA2000
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, bound.Token);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            socket.Dispose();
            throw new SocketException((int)SocketError.TimedOut);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
