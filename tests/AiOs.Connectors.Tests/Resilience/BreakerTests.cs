using AiOs.Connectors.Resilience;
using AiOs.Connectors.Tests.Support;
using AiOs.Contracts;
using AiOs.Contracts.Effects;
using Microsoft.Extensions.Time.Testing;

namespace AiOs.Connectors.Tests.Resilience;

/// <summary>R11: a part that keeps failing is left alone, and what asks it again is a read.</summary>
public sealed class BreakerTests
{
    private static readonly GuardOptions Options = new() { Name = "mail" };

    private readonly FakeTimeProvider _time = new(Effects.Decided);
    private readonly ScriptedOutside _outside = new();
    private readonly ConnectorGuard _guard;

    public BreakerTests() => _guard = new ConnectorGuard(Options, _time, new FixedEntropy());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Faults => ["unknown", "may-retry", "io", "timeout", "http", "transient"];

    public static TheoryData<string> Refusals => ["refused", "done", "broken"];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Perform_AfterAWindowOfFaults_MakesNoCall(string fault)
    {
        await OpenAsync(fault);
        for (var i = 0; i < 500; i++)
        {
            var rested = Assert.IsType<EffectResult.NotTried>(await PerformAsync());
            Assert.Equal(Effects.Decided + Options.FirstRest, rested.Until);
            Assert.Equal("mail is resting after 5 faults until 09:31 UTC.", rested.Sentence);
        }

        Assert.Equal((Options.FewestAttempts, 0), (_outside.Writes, _outside.Probes));
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Perform_RefusalsAndMistakes_NeverRest(string end)
    {
        _outside.Write = _ => End(end);
        for (var i = 0; i < 50; i++) await AnyAsync();
        Assert.Equal(50, _outside.Writes);
    }

    [Fact]
    public async Task Perform_FaultsFarApart_NeverRest()
    {
        _outside.Write = _ => End("unknown");
        for (var i = 0; i < 50; i++)
        {
            await PerformAsync();
            _time.Advance(Options.Window / 4);
        }

        Assert.Equal(50, _outside.Writes);
    }

    [Fact]
    public async Task Perform_FewerFaultsThanTheShare_NeverRest()
    {
        _outside.Write = n => End(n % 3 == 0 ? "unknown" : "done");
        for (var i = 0; i < 60; i++) await PerformAsync();
        Assert.Equal(60, _outside.Writes);
    }

    [Fact]
    public async Task Perform_AfterTheRest_ProbesBeforeItWrites()
    {
        await OpenAsync("unknown");
        _time.Advance(Options.FirstRest);
        var writesAtProbe = -1;
        _outside.Probe = _ =>
        {
            writesAtProbe = _outside.Writes;
            return Task.FromResult(true);
        };
        _outside.Write = _ => End("done");
        Assert.IsType<EffectResult.Done>(await PerformAsync());
        Assert.Equal((5, 6, 1), (writesAtProbe, _outside.Writes, _outside.Probes));

        for (var i = 0; i < 20; i++) Assert.IsType<EffectResult.Done>(await PerformAsync());
        Assert.Equal((26, 1), (_outside.Writes, _outside.Probes));
        Assert.True(_guard.Health().Ok);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Perform_ProbeNotAnswered_RestsLongerAndWritesNothing(bool throws)
    {
        await OpenAsync("unknown");
        _outside.Probe = _ => throws ? throw new IOException("gone") : Task.FromResult(false);
        var rest = Options.FirstRest;
        for (var round = 1; round <= 8; round++)
        {
            _time.Advance(rest);
            rest = rest * 2 < Options.LongestRest ? rest * 2 : Options.LongestRest;
            var rested = Assert.IsType<EffectResult.NotTried>(await PerformAsync());
            Assert.Equal(_time.GetUtcNow() + rest, rested.Until);
            Assert.IsType<EffectResult.NotTried>(await PerformAsync());
            Assert.Equal((5, round), (_outside.Writes, _outside.Probes));
        }

        Assert.Equal(Options.LongestRest, rest);
    }

    [Fact]
    public async Task Perform_WriteFailsAfterTheProbe_RestsAgainAtOnce()
    {
        await OpenAsync("unknown");
        _time.Advance(Options.FirstRest);
        Assert.IsType<EffectResult.Unknown>(await PerformAsync());
        Assert.IsType<EffectResult.NotTried>(await PerformAsync());
        Assert.Equal((6, 1), (_outside.Writes, _outside.Probes));
    }

    [Fact]
    public async Task Perform_ManyWhileTheProbeRuns_OnlyOneAsks()
    {
        await OpenAsync("unknown");
        _time.Advance(Options.FirstRest);
        var answer = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        _outside.Probe = _ => answer.Task;
        _outside.Write = _ => End("done");
        var first = PerformAsync();
        for (var i = 0; i < 100; i++)
        {
            var later = Assert.IsType<EffectResult.NotTried>(await PerformAsync());
            Assert.Equal(_time.GetUtcNow() + Options.ComeBackAfter, later.Until);
        }

        Assert.Equal((5, 1), (_outside.Writes, _outside.Probes));
        answer.SetResult(true);
        Assert.IsType<EffectResult.Done>(await first);
        Assert.Equal((6, 1), (_outside.Writes, _outside.Probes));
    }

    [Fact]
    public async Task Perform_CalledOffBeforeItBegins_ClosesNothing()
    {
        await OpenAsync("unknown");
        _time.Advance(Options.FirstRest);
        Assert.IsType<EffectResult.NotTried>(await Connector().PerformAsync(Effects.Permit(Effects.Arguments()), new CancellationToken(canceled: true)));
        _outside.Probe = _ => Task.FromResult(false);
        Assert.IsType<EffectResult.NotTried>(await PerformAsync());
        Assert.Equal((5, 1), (_outside.Writes, _outside.Probes));
    }

    [Fact]
    public async Task Health_ThroughARest_SaysWhatIsKnown()
    {
        Assert.Equal("mail is not resting; 0 of 4 calls are under way.", _guard.Health().Sentence);
        await OpenAsync("unknown");
        var part = new GuardPart(_guard);
        Assert.Equal((false, "mail is resting after 5 faults until 09:31 UTC."), Deconstruct(await part.CheckAsync(Token)));
        _time.Advance(Options.FirstRest);
        Assert.Equal((false, "mail has rested after 5 faults; before the next call it is asked whether it answers."), Deconstruct(_guard.Health()));
        Assert.Equal(5, _outside.Writes);
    }

    private static (bool Ok, string Sentence) Deconstruct(Contracts.Ports.PartHealth health) => (health.Ok, health.Sentence);

    private async Task OpenAsync(string fault)
    {
        _outside.Write = _ => End(fault);
        for (var i = 0; i < Options.FewestAttempts; i++) await AnyAsync();
        Assert.NotNull(Assert.IsType<EffectResult.NotTried>(await PerformAsync()));
    }

    private async Task AnyAsync()
    {
        try
        {
            Assert.IsNotType<EffectResult.NotTried>(await PerformAsync());
        }
        catch (Exception thrown) when (thrown is IOException or TimeoutException or HttpRequestException or AiOsException)
        {
        }
    }

    private GuardedConnector<ScriptedOutside> Connector() => new(_outside, _guard);

    private Task<EffectResult> PerformAsync() => Connector().PerformAsync(Effects.Permit(Effects.Arguments()), Token);

    private static Task<EffectResult> End(string end) => end switch
    {
        "done" => Task.FromResult<EffectResult>(new EffectResult.Done("r", "Done.")),
        "refused" => Task.FromResult<EffectResult>(new EffectResult.Failed("Recipient unknown.", MayRetry: false)),
        "may-retry" => Task.FromResult<EffectResult>(new EffectResult.Failed("Later.", MayRetry: true)),
        "unknown" => Task.FromResult<EffectResult>(new EffectResult.Unknown("Who knows.")),
        "io" => throw new IOException("cut"),
        "timeout" => throw new TimeoutException("late"),
        "http" => throw new HttpRequestException("cut"),
        "transient" => throw new AiOsException("Later.") { IsTransient = true },
        _ => throw new AiOsException("A gap."),
    };
}
