using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using AiOs.Channels.Teams.Activities;
using AiOs.Channels.Teams.Connector;
using AiOs.Channels.Teams.Security;
using AiOs.Channels.Teams.Tokens;
using AiOs.Contracts;
using AiOs.Contracts.Chat;

namespace AiOs.Channels.Teams.Files;

/// <summary>
/// Fetches what was sent. An address in a message is input of a client: it is followed to the open internet only, by https, and with our token only
/// to a connector on the list. Where a test or playground put a connector on loopback, its files lie there too.
/// </summary>
internal sealed class FileDownload(ServiceUrls urls, IBotTokens tokens, TimeProvider time)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>The file as the conversation takes it; nothing is fetched yet.</summary>
    public ChatFile Of(IncomingFile file) => new(KindOf(file), file.Name, file.MediaType, token => FetchAsync(file, token));

    private static ChatFileKind KindOf(IncomingFile file) =>
        file.NeedsToken || file.MediaType.StartsWith("image/", StringComparison.Ordinal) ? ChatFileKind.Photo : ChatFileKind.Document;

    private async Task<ReadOnlyMemory<byte>> FetchAsync(IncomingFile file, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(file.Url, UriKind.Absolute, out var address) || address.UserInfo.Length > 0 || !MayAsk(address, file.NeedsToken))
        {
            throw new AiOsException("The file lies at an address that is not allowed, so it was not fetched.");
        }

        var (status, bytes) = await FetchAsync(address, file.NeedsToken, cancellationToken);
        if (status == 401 && file.NeedsToken)
        {
            (status, bytes) = await FetchAsync(address, needsToken: true, cancellationToken);
        }

        return status == 200 && bytes is { } whole ? whole : throw status switch
        {
            200 => new AiOsException("The file is larger than 20 MB, so it was not taken."),
            408 or 429 or >= 500 => Away(),
            _ => new AiOsException(string.Create(CultureInfo.InvariantCulture, $"Teams did not give the file out ({status}); send it again.")),
        };
    }

    private bool MayAsk(Uri address, bool needsToken) => urls.Allows(address.AbsoluteUri) || (!needsToken && address.Scheme == Uri.UriSchemeHttps && !address.IsLoopback);

    private async Task<(int Status, ReadOnlyMemory<byte>? Bytes)> FetchAsync(Uri address, bool needsToken, CancellationToken cancellationToken)
    {
        var isOurs = address.IsLoopback && urls.Allows(address.AbsoluteUri);
        using var deadline = new CancellationTokenSource(Limit, time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        using var handler = GuardedSocket.Handler((_, ip) => isOurs ? IPAddress.IsLoopback(ip) : needsToken || PublicAddress.Is(ip), static () => { });
        using var client = new HttpMessageInvoker(handler, disposeHandler: false);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        var token = needsToken ? await tokens.GetAsync(cancellationToken) : null;
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        try
        {
            using var response = await client.SendAsync(request, ends.Token);
            if (response.StatusCode == HttpStatusCode.Unauthorized && token is not null)
            {
                tokens.Drop(token);
            }

            return ((int)response.StatusCode, response.StatusCode == HttpStatusCode.OK ? await BoundedBody.ReadAsync(response, ChatFile.MostBytes, ends.Token) : null);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // The address is signed, so what went wrong, which may quote it, stays here.
            throw Away();
        }
    }

    private static AiOsException Away() => new("The file could not be fetched from Teams just now.") { IsTransient = true };
}
