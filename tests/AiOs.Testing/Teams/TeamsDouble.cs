using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiOs.Testing.Teams;

/// <summary>The Teams connector, its token endpoint and its issuer on one real server on loopback, with people on the other side.</summary>
public sealed class TeamsDouble : IAsyncDisposable
{
    /// <summary>The bot's app id.</summary>
    public const string AppId = "0f0f0f0f-1111-4222-8333-444444444444";

    /// <summary>The bot's secret at the token endpoint.</summary>
    public const string Secret = "the-bots-client-secret";

    /// <summary>The tenant of everybody.</summary>
    public const string Tenant = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";

    private readonly WebApplication _app;
    private readonly TimeProvider _time;
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
    private readonly ConcurrentQueue<TeamsCall> _calls = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<TeamsFault>> _faults = new();
    private int _people;

    private TeamsDouble(WebApplication app, TimeProvider time)
    {
        (_app, _time) = (app, time);
        Issuer = new TeamsIssuer(time);
        Connector = new Connector(Tenant);
        Activities = new TeamsActivities(this);
        TeamsRoutes.Map(app, this);
    }

    /// <summary>The server's own address.</summary>
    public Uri Address => new(_app.Urls.First());

    /// <summary>What activities name as their connector.</summary>
    public string ServiceUrl => Address + "connector/";

    /// <summary>Where the issuer says where its keys are.</summary>
    public Uri Metadata => new(Address, "login/v1/.well-known/openidconfiguration");

    /// <summary>Where the bot gets its tokens.</summary>
    public Uri TokenUrl => new(Address, $"{Tenant}/oauth2/v2.0/token");

    /// <summary>Signs what the bot is sent.</summary>
    public TeamsIssuer Issuer { get; }

    /// <summary>Makes what the bot is sent.</summary>
    public TeamsActivities Activities { get; }

    /// <summary>Every call so far, in the order in which they ended.</summary>
    public IReadOnlyList<TeamsCall> Calls => [.. _calls];

    internal Connector Connector { get; }

    internal ConcurrentDictionary<string, DateTimeOffset> Tokens { get; } = new();

    internal ConcurrentDictionary<string, byte[]> Files { get; } = new();

    internal DateTimeOffset Now => _time.GetUtcNow();

    /// <summary>Starts the server on a free port.</summary>
    /// <param name="time">Its clock.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The running server.</returns>
    public static async Task<TeamsDouble> StartAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.Configure<HostOptions>(static host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        var made = new TeamsDouble(builder.Build(), time);
        await made._app.StartAsync(cancellationToken);
        return made;
    }

    /// <summary>A new person, with a conversation of their own with the bot.</summary>
    /// <param name="name">The name shown; two may have the same.</param>
    /// <returns>The person.</returns>
    public TeamsPerson Person(string name)
    {
        var number = Interlocked.Increment(ref _people);
        var person = new TeamsPerson($"29:person-{number}", $"00000000-0000-4000-8000-{number:000000000000}", name);
        Connector.People[person.Id] = person;
        return person;
    }

    /// <summary>The conversation of one person with the bot.</summary>
    /// <param name="person">The person.</param>
    /// <returns>The conversation, the same each time.</returns>
    public TeamsPlace Personal(TeamsPerson person) => Connector.Personal(person);

    /// <summary>A group chat or a thread of a channel.</summary>
    /// <param name="isChannel">Whether it is in a channel.</param>
    /// <param name="people">Who is in it.</param>
    /// <returns>The conversation.</returns>
    public TeamsPlace Group(bool isChannel, params TeamsPerson[] people)
    {
        var id = Connector.NextId();
        var place = new TeamsPlace(isChannel ? $"19:channel-{id}@thread.tacv2;messageid={id}" : $"19:group-{id}@thread.v2", isChannel ? "channel" : "groupChat", people);
        return Connector.Places[place.Id] = place;
    }

    /// <summary>A file that can be fetched without a token, as OneDrive gives them out.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <returns>Where it is.</returns>
    public string File(byte[] bytes)
    {
        var id = Connector.NextId();
        Files[id] = bytes;
        return $"{Address}files/{id}?tempauth=signed";
    }

    /// <summary>Sets how large a message may be.</summary>
    /// <param name="bytes">The most, as UTF-8.</param>
    public void LimitMessages(int bytes) => Connector.LargestMessage = bytes;

    /// <summary>Lets the next call of an operation meet a fault; several wait in line.</summary>
    /// <param name="operation">The operation as <see cref="TeamsCall"/> names it.</param>
    /// <param name="fault">What it meets.</param>
    public void Next(string operation, TeamsFault fault) => _faults.GetOrAdd(operation, static _ => new()).Enqueue(fault);

    /// <summary>Ends all tokens that were given to the bot.</summary>
    public void ForgetTokens() => Tokens.Clear();

    /// <summary>Sends an activity to the bot as Teams does.</summary>
    /// <param name="endpoint">The bot's endpoint.</param>
    /// <param name="activity">The activity.</param>
    /// <param name="token">The token; nothing is a good one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The status and the body of the answer.</returns>
    public async Task<(int Status, string Body)> PostAsync(Uri endpoint, JsonObject activity, TeamsTokenSpec? token, CancellationToken cancellationToken) =>
        await PostRawAsync(endpoint, activity.ToJsonString(), "Bearer " + Issuer.Sign(token ?? new TeamsTokenSpec(AppId, ServiceUrl)), cancellationToken);

    /// <summary>Sends anything to the bot.</summary>
    /// <param name="endpoint">The bot's endpoint.</param>
    /// <param name="body">The body.</param>
    /// <param name="authorization">The header; nothing leaves it out.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The status and the body of the answer.</returns>
    public async Task<(int Status, string Body)> PostRawAsync(Uri endpoint, string body, string? authorization, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        using var response = await _client.SendAsync(request, cancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _client.Dispose();
        Issuer.Dispose();
    }

    internal TeamsFault? Fault(string operation) => _faults.TryGetValue(operation, out var waiting) && waiting.TryDequeue(out var next) ? next : null;

    internal void Record(HttpContext context, string operation, JsonObject? body, int status, bool applied) =>
        _calls.Enqueue(new TeamsCall(operation, context.Request.Path, body, status, applied, Now));
}
