using System.Text;
using AiOs.Channels.Teams.Activities;
using AiOs.Channels.Teams.Security;
using AiOs.Channels.Teams.Tests.Doubles;
using AiOs.Testing.Teams;
using Microsoft.Extensions.Time.Testing;

namespace AiOs.Channels.Teams.Tests.Security;

/// <summary>TRUST part 3, "Teams endpoint" and "bot token": accepted and turned away exactly as listed.</summary>
public sealed class CallerCheckTests
{
    private static readonly Uri Loopback = new("http://127.0.0.1:9/");

    public static TheoryData<string, int, string> Matrix => new()
    {
        { "good", 200, string.Empty },
        { "rs384", 200, string.Empty },
        { "rs512", 200, string.Empty },
        { "audience as api://", 200, string.Empty },
        { "audience as api://botid-", 200, string.Empty },
        { "expired within the skew", 200, string.Empty },
        { "service url in other case", 200, string.Empty },
        { "no header", 401, "no-token" },
        { "other scheme", 401, "no-token" },
        { "empty token", 401, "no-jwt" },
        { "no jwt", 401, "no-jwt" },
        { "huge token", 401, "no-jwt" },
        { "unsigned", 401, "*" },
        { "signed with the public key", 401, "*" },
        { "ps256", 401, "*" },
        { "tampered", 401, "bad-signature" },
        { "foreign key under our name", 401, "bad-signature" },
        { "unknown key", 401, "unknown-key" },
        { "other issuer", 401, "other-issuer" },
        { "entra issuer", 401, "other-issuer" },
        { "other audience", 401, "other-audience" },
        { "expired", 401, "not-now" },
        { "not yet", 401, "not-now" },
        { "never ends", 401, "not-now" },
        { "no service url", 403, "other-service-url" },
        { "service url of another", 403, "other-service-url" },
        { "unknown host", 403, "unknown-host" },
        { "channel not endorsed", 401, "not-endorsed" },
        { "other tenant", 403, "other-tenant" },
        { "no tenant", 403, "other-tenant" },
    };

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task Judge_EachCase_IsAsListed(string name, int status, string code)
    {
        await using var bot = await TeamsBot.StartAsync();
        using var under = new Under(bot.Server, TimeProvider.System);
        var verdict = await under.JudgeAsync(Header(bot.Server, name), Activity(bot.Server, name));
        var (gotStatus, gotCode) = verdict is TokenVerdict.Refused refused ? (refused.Status, refused.Code) : (200, string.Empty);
        Assert.Equal((status, code == "*" ? gotCode : code), (gotStatus, gotCode));
    }

    [Fact]
    public async Task Judge_AfterRotation_AsksTheIssuerOnceAndAccepts()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var bot = await TeamsBot.StartAsync(time);
        using var under = new Under(bot.Server, time);
        var activity = Activity(bot.Server, "good");
        Assert.IsType<TokenVerdict.Fits>(await under.JudgeAsync(Header(bot.Server, "good"), activity));
        var old = Header(bot.Server, "good");
        bot.Server.Issuer.Rotate("msteams");
        time.Advance(TimeSpan.FromMinutes(2));
        Assert.IsType<TokenVerdict.Fits>(await under.JudgeAsync(Header(bot.Server, "good"), activity));
        Assert.Equal(2, KeyReads(bot));
        // The old key is gone with the rotation; asking for it does not make us ask again within the minute.
        Assert.Equal(new TokenVerdict.Refused(401, "unknown-key"), await under.JudgeAsync(old, activity));
        Assert.Equal(2, KeyReads(bot));
    }

    [Fact]
    public async Task Judge_MadeUpKeys_CannotMakeUsCallOut()
    {
        await using var bot = await TeamsBot.StartAsync();
        using var under = new Under(bot.Server, TimeProvider.System);
        for (var number = 0; number < 20; number++)
        {
            var header = "Bearer " + bot.Server.Issuer.Sign(Spec(bot.Server) with { KeyId = $"made-up-{number}" });
            Assert.Equal(new TokenVerdict.Refused(401, "unknown-key"), await under.JudgeAsync(header, Activity(bot.Server, "good")));
        }

        Assert.Equal(1, KeyReads(bot));
    }

    [Fact]
    public async Task Judge_IssuerAwayLater_KeepsTheKeys()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var bot = await TeamsBot.StartAsync(time);
        using var under = new Under(bot.Server, time);
        Assert.IsType<TokenVerdict.Fits>(await under.JudgeAsync(Header(bot.Server, "good"), Activity(bot.Server, "good")));
        time.Advance(TimeSpan.FromHours(25));
        bot.Server.Next("metadata", new TeamsFault.Refuses(502, "Away"));
        Assert.IsType<TokenVerdict.Fits>(await under.JudgeAsync(Header(bot.Server, "good"), Activity(bot.Server, "good")));
        Assert.Equal(502, bot.Server.Calls[^1].Status);
    }

    [Fact]
    public async Task Judge_IssuerAwayFromTheStart_Throws()
    {
        await using var bot = await TeamsBot.StartAsync();
        using var under = new Under(bot.Server, TimeProvider.System);
        bot.Server.Next("metadata", new TeamsFault.Refuses(502, "Away"));
        await Assert.ThrowsAsync<HttpRequestException>(() => under.JudgeAsync(Header(bot.Server, "good"), Activity(bot.Server, "good")));
    }

    [Fact]
    public async Task Judge_NoHeader_AsksNobody()
    {
        await using var bot = await TeamsBot.StartAsync();
        using var under = new Under(bot.Server, TimeProvider.System);
        await under.JudgeAsync(null, Activity(bot.Server, "good"));
        Assert.Empty(bot.Server.Calls);
    }

    private static int KeyReads(TeamsBot bot) => bot.Server.Calls.Count(static call => call.Operation == "keys");

    private static TeamsTokenSpec Spec(TeamsDouble server) => new(TeamsDouble.AppId, server.ServiceUrl);

    private static string? Header(TeamsDouble server, string name)
    {
        var good = Spec(server);
        if (name == "channel not endorsed")
        {
            server.Issuer.Rotate("webchat");
        }

        return name switch
        {
            "no header" => null,
            "other scheme" => "Basic " + server.Issuer.Sign(good),
            "empty token" => "Bearer ",
            "no jwt" => "Bearer not.a.jwt",
            "huge token" => "Bearer " + server.Issuer.Sign(good with { ServiceUrl = new string('x', 40_000) }),
            _ => "Bearer " + server.Issuer.Sign(Wrong(good, name)),
        };
    }

    private static TeamsTokenSpec Wrong(TeamsTokenSpec good, string name) => name switch
    {
        "rs384" => good with { Algorithm = "RS384" },
        "rs512" => good with { Algorithm = "RS512" },
        "audience as api://" => good with { Audience = "api://" + TeamsDouble.AppId },
        "audience as api://botid-" => good with { Audience = "api://botid-" + TeamsDouble.AppId },
        "expired within the skew" => good with { Expires = TimeSpan.FromMinutes(-4) },
        "service url in other case" => good with { ServiceUrl = good.ServiceUrl!.ToUpperInvariant() },
        "unsigned" => good with { Algorithm = "none" },
        "signed with the public key" => good with { Algorithm = "HS256" },
        "ps256" => good with { Algorithm = "PS256" },
        "tampered" => good with { Tampered = true },
        "foreign key under our name" => good with { ByStranger = true },
        "unknown key" => good with { KeyId = "other" },
        "other issuer" => good with { Issuer = "https://api.botframework.us" },
        "entra issuer" => good with { Issuer = $"https://sts.windows.net/{TeamsDouble.Tenant}/" },
        "other audience" => good with { Audience = "another-app" },
        "expired" => good with { NotBefore = TimeSpan.FromHours(-2), Expires = TimeSpan.FromMinutes(-6) },
        "not yet" => good with { NotBefore = TimeSpan.FromMinutes(6) },
        "never ends" => good with { Expires = null },
        "no service url" => good with { ServiceUrl = null },
        "service url of another" => good with { ServiceUrl = "https://smba.trafficmanager.net/emea/" },
        "unknown host" => good with { ServiceUrl = "https://evil.trafficmanager.net/" },
        _ => good,
    };

    private static IncomingActivity Activity(TeamsDouble server, string name)
    {
        var person = server.Person("Jonas");
        var json = server.Activities.Message(person, server.Personal(person), "hello");
        if (name == "unknown host")
        {
            json["serviceUrl"] = "https://evil.trafficmanager.net/";
        }

        if (name is "other tenant" or "no tenant")
        {
            json["conversation"]!["tenantId"] = name == "no tenant" ? null : "99999999-bbbb-4ccc-8ddd-eeeeeeeeeeee";
            json["channelData"] = null;
        }

        return ActivityReader.Read(Encoding.UTF8.GetBytes(json.ToJsonString()))!;
    }

    /// <summary>What is tested, with its own connection to the issuer.</summary>
    private sealed class Under : IDisposable
    {
        private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
        private readonly KeySource _keys;
        private readonly CallerCheck _check;

        public Under(TeamsDouble server, TimeProvider time)
        {
            _keys = new KeySource(_http, server.Metadata, time);
            var trust = new TeamsTrust { AppId = TeamsDouble.AppId, Tenants = [TeamsDouble.Tenant], Metadata = server.Metadata, ServiceUrls = [Loopback, server.Address] };
            _check = new CallerCheck(trust, _keys, time);
        }

        public async Task<TokenVerdict> JudgeAsync(string? header, IncomingActivity activity) =>
            await _check.JudgeAsync(header, TeamsBot.Token) is var verdict && verdict is TokenVerdict.Good good ? _check.Judge(good, activity) : verdict;

        public void Dispose()
        {
            _keys.Dispose();
            _http.Dispose();
        }
    }
}
