using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using AiOs.Channels.Teams.Activities;
using AiOs.Channels.Teams.Security;

namespace AiOs.Channels.Teams.Connector;

/// <summary>
/// Makes one call on a connection of its own: on one that was used before, the platform might send a message again by itself. The host is looked
/// at before the token is put on and once more where the connection is opened.
/// </summary>
internal sealed class ConnectorExchange(ServiceUrls urls, TimeProvider time)
{
    private const int LongestAnswer = 64 * 1024;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>Whether anything may be sent there at all.</summary>
    public bool Allows(Uri address) => urls.Allows(address.AbsoluteUri);

    /// <summary>Calls. Once begun it ends by itself, so that what came of it is known.</summary>
    public async Task<ConnectorAnswer> SendAsync(ConnectorCall call, string? token)
    {
        var address = call.Address;
        if (!Allows(address))
        {
            throw new InvalidOperationException("A call to a host that is not on the list.");
        }

        var left = false;
        using var deadline = new CancellationTokenSource(Limit, time);
        using var handler = GuardedSocket.Handler((place, ip) => IsSame(place, address) && (!address.IsLoopback || IPAddress.IsLoopback(ip)), () => left = true);
        using var client = new HttpMessageInvoker(handler, disposeHandler: false);
        using var request = new HttpRequestMessage(call.Method, address) { Content = new StringContent(call.Body.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Version = HttpVersion.Version11;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        try
        {
            using var response = await client.SendAsync(request, deadline.Token);
            return await ReadAsync(response, deadline.Token);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException)
        {
            return left ? new ConnectorAnswer.Lost() : new ConnectorAnswer.NeverLeft();
        }
    }

    private bool IsSame(DnsEndPoint place, Uri address) =>
        Allows(address) && place.Port == address.Port && string.Equals(place.Host.Trim('[', ']'), address.IdnHost.Trim('[', ']'), StringComparison.OrdinalIgnoreCase);

    private async Task<ConnectorAnswer.Came> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = string.Empty;
        try
        {
            text = await BoundedBody.ReadAsync(response, LongestAnswer, cancellationToken) is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : string.Empty;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException)
        {
            // The status came, which says what happened; the id is lost, and with it only the way to rewrite it.
        }

        var (id, code) = Told(text);
        return new ConnectorAnswer.Came((int)response.StatusCode, code, id, WaitOf(response));
    }

    /// <summary>An answer may be empty, or a page in HTML.</summary>
    private static (string? Id, string? Code) Told(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text.Length == 0 ? "{}" : text);
            return (json.RootElement.Text("id"), json.RootElement.Object("error")?.Text("code"));
        }
        catch (JsonException)
        {
            return (null, null);
        }
    }

    private TimeSpan? WaitOf(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } seconds } => seconds,
        { Date: { } moment } => moment - time.GetUtcNow(),
        _ => null,
    };
}
