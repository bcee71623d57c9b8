using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace AiOs.Connectors.Http;

/// <summary>
/// Sends one request on a connection of its own and reads its answer, whole and bounded. Follows nothing, goes through no proxy, keeps no
/// cookies, and repeats nothing: on a connection that was used before, the platform would send a request again by itself.
/// </summary>
internal sealed class HttpExchange(TimeProvider time)
{
    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(15);

    private const int HeadersInKilobytes = 32;

    /// <summary>How long an answer may be.</summary>
    public int LongestAnswer { get; init; } = 1024 * 1024;

    /// <summary>Opens the way to a service; where a test or a simulation puts its own.</summary>
    public Func<DnsEndPoint, CancellationToken, ValueTask<Stream>> Connect { get; init; } = ConnectAsync;

    /// <summary>Sends and reads within a time. Throws <see cref="HttpFaultException"/> for everything but a whole answer.</summary>
    public async Task<HttpAnswer> SendAsync(HttpRequestMessage request, TimeSpan limit, CancellationToken cancellationToken)
    {
        var (ready, status) = (false, default(int?));
        using var deadline = new CancellationTokenSource(limit, time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        using var handler = Handler(() => ready = true);
        using var client = new HttpMessageInvoker(handler, disposeHandler: false);
        request.Version = HttpVersion.Version11;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
        try
        {
            using var response = await client.SendAsync(request, ends.Token);
            status = (int)response.StatusCode;
            var body = await ReadAsync(response, ends.Token);
            return new HttpAnswer(status.Value, response.Headers.Location?.OriginalString, WaitOf(response), body);
        }
        catch (Exception fault)
        {
            // Whatever it was: a request that may have left is not to end in an exception that says nothing of it.
            var mayPass = fault is not (InvalidOperationException or NotSupportedException) && fault.InnerException is not AuthenticationException;
            throw new HttpFaultException(WordsOf(fault, ready), ready, mayPass, status, fault);
        }
    }

    private SocketsHttpHandler Handler(Action ready) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        MaxResponseHeadersLength = HeadersInKilobytes,
        MaxResponseDrainSize = 0,
        PreAuthenticate = false,
        ConnectTimeout = ConnectPatience,
        ActivityHeadersPropagator = null,
        ConnectCallback = (context, token) => Connect(context.DnsEndPoint, token),
        // Called when the connection is safe and before a byte of the request is written to it.
        PlaintextStreamFilter = (context, _) =>
        {
            ready();
            return ValueTask.FromResult(context.PlaintextStream);
        },
    };

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint place, CancellationToken cancellationToken)
    {
#pragma warning disable CA2000 // the stream owns it from here on, and else it is disposed below
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
#pragma warning restore CA2000
        try
        {
            await socket.ConnectAsync(place, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<ReadOnlyMemory<byte>> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        var part = new byte[16 * 1024];
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        while (await stream.ReadAsync(part, cancellationToken) is > 0 and var read)
        {
            if (body.Length + read > LongestAnswer) throw new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded, "too long");
            await body.WriteAsync(part.AsMemory(0, read), cancellationToken);
        }

        return body.ToArray();
    }

    private TimeSpan? WaitOf(HttpResponseMessage response)
    {
        var wait = response.Headers.RetryAfter switch
        {
            { Delta: { } seconds } => seconds,
            { Date: { } moment } => moment - time.GetUtcNow(),
            _ => default(TimeSpan?),
        };
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static string WordsOf(Exception fault, bool ready) => fault switch
    {
        OperationCanceledException => "did not answer in time",
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => "gave an answer that is too long",
        _ when ready => "broke off the conversation",
        { InnerException: AuthenticationException } => "could not be reached safely; check its address and certificate",
        _ => "cannot be reached; check its address",
    };
}
