using System.Net;

namespace AiOs.Channels.Teams.Tokens;

/// <summary>The way to the issuer of tokens and of keys: no redirects, no proxy of the environment, no cookies.</summary>
internal sealed class LoginHttp : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private const int LongestAnswer = 1024 * 1024;

    public LoginHttp()
#pragma warning disable CA2000 // the client owns its handler and is disposed with this
        : this(new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = Patience,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        })
        { Timeout = Patience, MaxResponseContentBufferSize = LongestAnswer })
#pragma warning restore CA2000
    {
    }

    /// <summary>Takes another way there, where a test has no such issuer.</summary>
    public LoginHttp(HttpClient client) => Client = client;

    public HttpClient Client { get; }

    public void Dispose() => Client.Dispose();
}
