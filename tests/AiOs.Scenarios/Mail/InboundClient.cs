using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using AiOs.Testing.Hosting;

namespace AiOs.Scenarios.Mail;

/// <summary>A mail provider that posts what comes for its customer.</summary>
public sealed class InboundClient(Uri host) : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(host.GetLeftPart(UriPartial.Authority)), Timeout = HostFolder.Patience };

    public static string Sign(byte[] body, string secret = InboundHost.Secret) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));

    /// <summary>Posts as agreed.</summary>
    public Task<WebReply> PostAsync(string mail)
    {
        var body = Encoding.UTF8.GetBytes(mail);
        return PostAsync(body, [Sign(body)]);
    }

    /// <param name="body">The bytes.</param>
    /// <param name="signatures">The signature header's values.</param>
    /// <param name="type">The content type; nothing for none.</param>
    /// <param name="isChunked">Whether the length is not said before.</param>
    public async Task<WebReply> PostAsync(byte[] body, string[] signatures, string? type = "message/rfc822", bool isChunked = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/inbound/email") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        request.Headers.TransferEncodingChunked = isChunked;
        request.Headers.ExpectContinue = body.Length > 1_000_000;
        foreach (var signature in signatures)
        {
            request.Headers.TryAddWithoutValidation("X-AiOs-Signature", signature);
        }

        using var reply = await _client.SendAsync(request);
        return new WebReply(reply.StatusCode, await reply.Content.ReadAsStringAsync());
    }

    public void Dispose() => _client.Dispose();
}
