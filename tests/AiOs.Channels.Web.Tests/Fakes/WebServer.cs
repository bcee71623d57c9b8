using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace AiOs.Channels.Web.Tests.Fakes;

/// <summary>The web chat on a real server on loopback, over a desk that is made up.</summary>
internal sealed class WebServer : IAsyncDisposable
{
    public const string Key = "0123456789abcdefghijkl";

    private readonly WebApplication _app;
    private readonly HttpClient _client;

    private WebServer(WebApplication app, FakeDesk desk, FakeControls controls, FakeWarnings warnings, FakeTimeProvider clock)
    {
        _app = app;
        Warnings = warnings;
        Desk = desk;
        Controls = controls;
        Clock = clock;
        Address = new Uri(app.Urls.First());
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { BaseAddress = Address };
    }

    public FakeDesk Desk { get; }

    public FakeControls Controls { get; }

    public FakeWarnings Warnings { get; }

    public FakeTimeProvider Clock { get; }

    public Uri Address { get; }

    public WebKey WebKey => _app.Services.GetRequiredService<WebKey>();

    public static async Task<WebServer> StartAsync(params WorkItemView[] items)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var desk = new FakeDesk();
        desk.Items.AddRange(items);
        var controls = new FakeControls(desk);
        var warnings = new FakeWarnings();
        var clock = new FakeTimeProvider(Samples.Noon);
        builder.Services.AddSingleton<IDesk>(desk).AddSingleton<IInbox>(desk).AddSingleton<IControls>(controls).AddSingleton<ICommands>(controls).AddSingleton<IWarnings>(warnings).AddSingleton<ICorrections>(new FakeCorrections(desk)).AddSingleton<IMailReader, FakeMailReader>()
            .AddSingleton<IEntropy, CountingEntropy>().AddSingleton<TimeProvider>(clock).AddSingleton(new WebKey(Key));
        builder.Services.AddWebChat();
        var app = builder.Build();
        app.MapWebChat();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new WebServer(app, desk, controls, warnings, clock);
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) =>
        _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> GetAsync(string path, string accept = "text/html") =>
        SendAsync(Keyed(new HttpRequestMessage(HttpMethod.Get, path), accept));

    public async Task<string> GetTextAsync(string path, string accept = "text/html")
    {
        using var response = await GetAsync(path, accept);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await TextAsync(response);
    }

    public Task<HttpResponseMessage> PostJsonAsync(string path, string json) =>
        PostAsync(path, new StringContent(json, Encoding.UTF8, "application/json"), accept: null);

    public Task<HttpResponseMessage> PostFormAsync(string path, params (string Name, string Value)[] fields) =>
        PostAsync(path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))), "text/html");

    public Task<HttpResponseMessage> PostAsync(string path, HttpContent? content, string? accept) =>
        SendAsync(Keyed(new HttpRequestMessage(HttpMethod.Post, path) { Content = content }, accept));

    public static Task<string> TextAsync(HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.StopAsync(TestContext.Current.CancellationToken);
        await _app.DisposeAsync();
    }

    private static HttpRequestMessage Keyed(HttpRequestMessage request, string? accept)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        if (accept is not null)
        {
            request.Headers.Accept.ParseAdd(accept);
        }

        return request;
    }
}
