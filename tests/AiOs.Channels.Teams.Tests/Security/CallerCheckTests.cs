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

    public static TheoryData<string, int, string> Matrix => TokenCases.Matrix;

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task Judge_EachCase_IsAsListed(string name, int status, string code)
    {
        await using var bot = await TeamsBot.StartAsync();
        using var under = new Under(bot.Server, TimeProvider.System);
        var verdict = await under.JudgeAsync(TokenCases.Header(bot.Server, name), TokenCases.Activity(bot.Server, name));
        var (gotStatus, gotCode) = verdict is TokenVerdict.Refused refused ? (refused.Status, refused.Code) : (200, string.Empty);
        Assert.Equal((status, code == "*" ? gotCode : code), (gotStatus, gotCode));
    }

    [Fact]
    public async Task Judge_AfterRotation_AsksTheIssuerOnceAndAccepts()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var bot = await TeamsBot.StartAsync(time);
        using var under = new Under(bot.Server, time);
        var activity = TokenCases.Activity(bot.Server, "good");
        Assert.IsType<TokenVerdict.Fits>(await under.JudgeAsync(TokenCases.Header(bot.Server, "good"), activity));
        var old = TokenCases.Header(bot.Server, "good");
        bot.Server.Issuer.Rotate("msteams");
        time.Advance(TimeSpan.FromMinutes(2));
        Assert.IsType<TokenVerdict.Fits>(await under.JudgeAsync(TokenCases.Header(bot.Server, "good"), activity));
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
            var header = "Bearer " + bot.Server.Issuer.Sign(TokenCases.Spec(bot.Server) with { KeyId = $"made-up-{number}" });
            Assert.Equal(new TokenVerdict.Refused(401, "unknown-key"), await under.JudgeAsync(header, TokenCases.Activity(bot.Server, "good")));
        }

        Assert.Equal(1, KeyReads(bot));
    }

    [Fact]
    public async Task Judge_IssuerAwayLater_KeepsTheKeys()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var bot = await TeamsBot.StartAsync(time);
        using var under = new Under(bot.Server, time);
        Assert.IsType<TokenVerdict.Fits>(await under.JudgeAsync(TokenCases.Header(bot.Server, "good"), TokenCases.Activity(bot.Server, "good")));
        time.Advance(TimeSpan.FromHours(25));
        bot.Server.Next("metadata", new TeamsFault.Refuses(502, "Away"));
        Assert.IsType<TokenVerdict.Fits>(await under.JudgeAsync(TokenCases.Header(bot.Server, "good"), TokenCases.Activity(bot.Server, "good")));
        Assert.Equal(502, bot.Server.Calls[^1].Status);
    }

    [Fact]
    public async Task Judge_IssuerAwayFromTheStart_Throws()
    {
        await using var bot = await TeamsBot.StartAsync();
        using var under = new Under(bot.Server, TimeProvider.System);
        bot.Server.Next("metadata", new TeamsFault.Refuses(502, "Away"));
        await Assert.ThrowsAsync<HttpRequestException>(() => under.JudgeAsync(TokenCases.Header(bot.Server, "good"), TokenCases.Activity(bot.Server, "good")));
    }

    [Fact]
    public async Task Judge_NoHeader_AsksNobody()
    {
        await using var bot = await TeamsBot.StartAsync();
        using var under = new Under(bot.Server, TimeProvider.System);
        await under.JudgeAsync(null, TokenCases.Activity(bot.Server, "good"));
        Assert.Empty(bot.Server.Calls);
    }

    private static int KeyReads(TeamsBot bot) => bot.Server.Calls.Count(static call => call.Operation == "keys");

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
