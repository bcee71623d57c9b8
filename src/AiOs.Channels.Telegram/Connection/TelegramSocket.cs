using System.Net.Sockets;

namespace AiOs.Channels.Telegram.Connection;

/// <summary>The way to the Bot API: no proxy of the environment, no redirects, nothing that traces addresses, which hold the token.</summary>
internal static class TelegramSocket
{
    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(15);

    public static HttpClient Open() => new(
        new SocketsHttpHandler
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
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
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
