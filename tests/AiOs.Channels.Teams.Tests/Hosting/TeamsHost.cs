using System.Text.Json.Nodes;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Ports;
using AiOs.Testing.Stores;
using AiOs.Testing.Teams;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiOs.Channels.Teams.Tests.Hosting;

/// <summary>Our endpoint and channel in a real server on loopback, with the double on the other side.</summary>
internal sealed class TeamsHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TeamsHost(TeamsDouble server, WebApplication app, Lines lines) => (Server, _app, Lines) = (server, app, lines);

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public TeamsDouble Server { get; }

    public Lines Lines { get; }

    public RecordingConversation Conversation => (RecordingConversation)_app.Services.GetRequiredService<IConversation>();

    public KnownOperators Operators => (KnownOperators)_app.Services.GetRequiredService<IPairing>();

    public ICursors Cursors => _app.Services.GetRequiredService<ICursors>();

    public IChatChannel Channel => _app.Services.GetServices<IChatChannel>().Single();

    public ICheckedPart Part => _app.Services.GetServices<ICheckedPart>().Single();

    public Uri Endpoint => new(new Uri(_app.Urls.First()), "api/messages");

    public TeamsActivities Make => Server.Activities;

    public static async Task<TeamsHost> StartAsync(TimeProvider? time = null, Action<Dictionary<string, string?>>? change = null, Action<IServiceCollection>? services = null)
    {
        var clock = time ?? TimeProvider.System;
        var server = await TeamsDouble.StartAsync(clock, Token);
        var settings = new Dictionary<string, string?>
        {
            ["AppId"] = TeamsDouble.AppId,
            ["TenantId"] = TeamsDouble.Tenant,
            ["ClientSecret"] = TeamsDouble.Secret,
            ["MetadataUrl"] = server.Metadata.ToString(),
            ["TokenUrl"] = server.TokenUrl.ToString(),
            ["AllowedServiceUrls:0"] = server.Address.ToString(),
        };
        change?.Invoke(settings);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(settings.Select(static one => KeyValuePair.Create("Channels:Teams:" + one.Key, one.Value)));
        var lines = new Lines();
        builder.Logging.ClearProviders().AddProvider(lines).SetMinimumLevel(LogLevel.Trace);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.Configure<HostOptions>(static host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        services?.Invoke(builder.Services);
        builder.Services.AddSingleton(clock).AddSingleton<ICursors, InMemoryCursors>().AddSingleton<IPairing, KnownOperators>().AddSingleton<IConversation, RecordingConversation>().AddTeams();
        var app = builder.Build();
        app.MapTeams();
        var host = new TeamsHost(server, app, lines);
        try
        {
            await app.StartAsync(Token);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    public Task<(int Status, string Body)> PostAsync(JsonObject activity, TeamsTokenSpec? token = null) => Server.PostAsync(Endpoint, activity, token, Token);

    /// <summary>A person who is the operator, and the place of their conversation once they said something.</summary>
    public async Task<(TeamsPerson Person, TeamsPlace At, string Place)> OperatorAsync()
    {
        var person = Server.Person("Jonas");
        Operators.Ids.Add(person.ObjectId);
        var at = Server.Personal(person);
        var before = Conversation.Heard.Count;
        var (status, _) = await PostAsync(Make.Message(person, at, "hello"));
        Assert.Equal(200, status);
        return (person, at, Conversation.Heard.ElementAt(before).Place);
    }

    /// <summary>Ends the host as its operator does.</summary>
    public Task StopAsync() => _app.StopAsync(Token);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Server.DisposeAsync();
    }
}
