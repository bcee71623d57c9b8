using System.Net;
using System.Net.Sockets;

namespace AiOs.Channels.Teams.Security;

/// <summary>Opens connections to addresses that were looked at: what a name leads to is known only here.</summary>
internal static class GuardedSocket
{
    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(10);

    /// <summary>A handler that follows nothing, keeps nothing and goes through no proxy.</summary>
    /// <param name="allows">Which addresses may be connected to.</param>
    /// <param name="ready">Called when the way is open and before a byte of the request is written to it.</param>
    public static SocketsHttpHandler Handler(Func<DnsEndPoint, IPAddress, bool> allows, Action ready) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        MaxResponseDrainSize = 0,
        PreAuthenticate = false,
        ConnectTimeout = ConnectPatience,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ActivityHeadersPropagator = null,
        ConnectCallback = (context, token) => ConnectAsync(context.DnsEndPoint, allows, token),
        PlaintextStreamFilter = (context, _) =>
        {
            ready();
            return ValueTask.FromResult(context.PlaintextStream);
        },
    };

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint place, Func<DnsEndPoint, IPAddress, bool> allows, CancellationToken cancellationToken)
    {
        var found = IPAddress.TryParse(place.Host.Trim('[', ']'), out var literal) ? [literal] : await Dns.GetHostAddressesAsync(place.Host, cancellationToken);
        if (found.Length == 0 || found.Any(address => !allows(place, address)))
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "That address may not be connected to.");
        }

#pragma warning disable CA2000 // the stream owns it from here on, and else it is disposed below
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
#pragma warning restore CA2000
        try
        {
            await socket.ConnectAsync(found, place.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
