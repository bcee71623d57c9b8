using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Xunit;

namespace AiOs.Testing.Hosting;

/// <summary>The page's own endpoints, as JSON.</summary>
public sealed class WebClient : IDisposable
{
    private readonly HttpClient _client;

    public WebClient(Uri address)
    {
        _client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(address.GetLeftPart(UriPartial.Authority)), Timeout = HostFolder.Patience };
        _client.DefaultRequestHeaders.Add("X-AiOs-Key", System.Web.HttpUtility.ParseQueryString(address.Query)["key"]);
        _client.DefaultRequestHeaders.Accept.ParseAdd("application/json");
    }

    public Task<WebReply> MailAsync(string mail) => MailAsync(Encoding.UTF8.GetBytes(mail));

    public Task<WebReply> MailAsync(byte[] mail)
    {
        var content = new ByteArrayContent(mail);
        content.Headers.ContentType = new("message/rfc822");
        return SendAsync(HttpMethod.Post, "/chat/messages", content);
    }

    public Task<WebReply> TextAsync(string text) => PostAsync("/chat/messages", new { text });

    /// <summary>A document that the operator drops into the conversation, without a word.</summary>
    public async Task<WebReply> FileAsync(string name, string mediaType, string text)
    {
        using var form = new MultipartFormDataContent();
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        file.Headers.ContentType = new(mediaType);
        form.Add(file, "files", name);
        return await SendAsync(HttpMethod.Post, "/chat/messages", form);
    }

    /// <summary>Decides the open approval of a work item as it was last seen.</summary>
    public Task<WebReply> DecideAsync(JsonElement item, string decision, string? text = null)
    {
        var open = item.GetProperty("approvals").EnumerateArray().Last();
        return PostAsync($"/approvals/{open.GetProperty("id").GetString()}", new { decision, digest = open.GetProperty("digest").GetString(), nonce = open.GetProperty("nonce").GetString(), text });
    }

    public Task<WebReply> PostAsync(string path, object body) => SendAsync(HttpMethod.Post, path, JsonContent.Create(body));

    public Task<WebReply> GetAsync(string path) => SendAsync(HttpMethod.Get, path, content: null);

    public async Task<JsonElement> ItemAsync(string id) => (await GetAsync($"/items/{id}.json")).MustBe(HttpStatusCode.OK).Json;

    public async Task<IReadOnlyList<JsonElement>> ItemsAsync()
    {
        var list = (await GetAsync("/items.json?count=200")).MustBe(HttpStatusCode.OK).Json;
        return [.. (list.ValueKind is JsonValueKind.Array ? list : list.GetProperty("items")).EnumerateArray()];
    }

    public async Task<JsonElement> VerifyAsync() => (await PostAsync("/journal/verify", new { })).MustBe(HttpStatusCode.OK).Json;

    /// <summary>Asks again until the work items are as wanted.</summary>
    public async Task<IReadOnlyList<JsonElement>> WaitForItemsAsync(Func<IReadOnlyList<JsonElement>, bool> wanted)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var items = await ItemsAsync();
            if (wanted(items))
            {
                return items;
            }

            Assert.True(TimeProvider.System.GetElapsedTime(started) < HostFolder.Patience, $"It did not come to what was waited for; last: {string.Join('\n', items)}");
            await Task.Delay(TimeSpan.FromMilliseconds(150), TimeProvider.System);
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<WebReply> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        // A refusal of what is too large comes before it is sent.
        request.Headers.ExpectContinue = content?.Headers.ContentLength > 1_000_000;
        using var reply = await _client.SendAsync(request);
        return new WebReply(reply.StatusCode, await reply.Content.ReadAsStringAsync());
    }
}
