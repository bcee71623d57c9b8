using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using AiOs.Testing.Teams;

namespace AiOs.Channels.Teams.Tests.Doubles;

/// <summary>The double and a plain client that speaks to it as the bot does.</summary>
internal sealed class TeamsBot : IAsyncDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });

    private TeamsBot(TeamsDouble server) => Server = server;

    public TeamsDouble Server { get; }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<TeamsBot> StartAsync(TimeProvider? time = null) => new(await TeamsDouble.StartAsync(time ?? TimeProvider.System, Token));

    /// <summary>With a token of the connector.</summary>
    public static async Task<TeamsBot> SignedInAsync()
    {
        var bot = await StartAsync();
        await bot.SignInAsync();
        return bot;
    }

    public async Task<int> SignInAsync(string secret = TeamsDouble.Secret)
    {
        using var response = await _http.PostAsync(
            Server.TokenUrl,
            new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = TeamsDouble.AppId,
                ["client_secret"] = secret,
                ["scope"] = "https://api.botframework.com/.default",
            }),
            Token);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(Token))!;
        _http.DefaultRequestHeaders.Authorization = body["access_token"] is { } token ? new AuthenticationHeaderValue("Bearer", (string)token!) : null;
        return (int)response.StatusCode;
    }

    public async Task<(int Status, JsonNode? Body, TimeSpan? RetryAfter)> SendAsync(HttpMethod verb, string path, JsonObject? body = null)
    {
        using var request = new HttpRequestMessage(verb, Server.ServiceUrl + path);
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        using var response = await _http.SendAsync(request, Token);
        var text = await response.Content.ReadAsStringAsync(Token);
        return ((int)response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text), response.Headers.RetryAfter?.Delta);
    }

    public Task<(int Status, JsonNode? Body, TimeSpan? RetryAfter)> SayAsync(TeamsPlace place, string text, string type = "message") =>
        SendAsync(HttpMethod.Post, Path(place), new JsonObject { ["type"] = type, ["text"] = text });

    public static string Path(TeamsPlace place, string? id = null) => $"v3/conversations/{Uri.EscapeDataString(place.Id)}/activities{(id is null ? string.Empty : "/" + id)}";

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Server.DisposeAsync();
    }
}
