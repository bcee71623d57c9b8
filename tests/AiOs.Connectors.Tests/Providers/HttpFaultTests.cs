using AiOs.Connectors.Tests.Support;
using AiOs.Contracts.Effects;
using Microsoft.Extensions.Time.Testing;

namespace AiOs.Connectors.Tests.Providers;

/// <summary>R6: whatever a provider does, an attempt ends in what is certain, and there is at most one effect.</summary>
public sealed class HttpFaultTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static MatrixTheoryData<Fault, OutcomeClass> All => new(Enum.GetValues<Fault>(), Enum.GetValues<OutcomeClass>());

    [Theory]
    [MemberData(nameof(All))]
    public async Task Perform_Fault_EndsInWhatIsCertain(Fault fault, OutcomeClass outcomeClass)
    {
        var run = await FaultRun.OfAsync(fault, outcomeClass);
        Assert.Equal(Expected(fault, outcomeClass), Told(run.Result));
        Assert.Equal(fault == Fault.Refused ? 0 : 1, run.Posts);
        Assert.Equal(Happens(fault, outcomeClass) ? 1 : 0, run.Applied);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Perform_FaultThenWhatTheClassAllows_MakesOneThingAtMost(Fault fault, OutcomeClass outcomeClass)
    {
        var time = new FakeTimeProvider(Effects.Decided);
        Fault[] faults = fault == Fault.Refused ? [] : [fault];
        await using var provider = await FakeProvider.StartAsync(outcomeClass, faults);
        var connector = new ThingConnector(provider.Place, outcomeClass, time);
        var first = await AttemptAsync(provider, connector, time, fault);
        if (fault == Fault.LateApply) await provider.FinishLateAsync();
        var happened = provider.Applied.Count;
        var effect = Effects.Send(Effects.Arguments());
        switch (first, outcomeClass)
        {
            case (EffectResult.Unknown, OutcomeClass.Keyed):
                Assert.IsType<EffectResult.Done>(await AttemptAsync(provider, connector, time, Fault.None));
                Assert.Equal(2, provider.Posts.Count);
                Assert.Single(provider.Posts.Distinct());
                break;
            case (EffectResult.Unknown, OutcomeClass.Queryable):
                Assert.Equal(happened == 1, await connector.LookUpAsync(effect, "key", Token) is EffectLookUp.Found { Reference: "key" });
                Assert.Equal(happened == 0, await connector.LookUpAsync(effect, "key", Token) is EffectLookUp.NotFound);
                Assert.Equal(2, provider.Gets);
                break;
            case (EffectResult.Unknown, _):
                Assert.IsType<EffectLookUp.CannotTell>(await connector.LookUpAsync(effect, "key", Token));
                Assert.Equal(0, provider.Gets);
                break;
            case (EffectResult.Failed { MayRetry: true }, _):
                Assert.IsType<EffectResult.Done>(await AttemptAsync(provider, connector, time, Fault.None));
                break;
        }

        Assert.InRange(provider.Applied.Count, 0, 1);
    }

    [Theory]
    [InlineData(Fault.DropAfter)]
    [InlineData(Fault.ErrorAfter)]
    [InlineData(Fault.HalfBody)]
    public async Task Perform_ConnectorThatRepeatsInside_IsCaughtByTheSameCount(Fault fault)
    {
        var run = await FaultRun.OfAsync(fault, OutcomeClass.Neither, thing => new RepeatingConnector(thing));
        Assert.IsType<EffectResult.Done>(run.Result);
        Assert.Equal((2, 2), (run.Posts, run.Applied));
    }

    private static async Task<EffectResult> AttemptAsync(FakeProvider provider, ThingConnector connector, FakeTimeProvider time, Fault fault)
    {
        var attempt = connector.PerformAsync(FaultRun.Permit(time), Token);
        if (fault is not (Fault.Hang or Fault.LateApply)) return await attempt;
        await provider.Holding.Task.WaitAsync(Token);
        time.Advance(TimeSpan.FromSeconds(30));
        return await attempt;
    }

    private static bool Happens(Fault fault, OutcomeClass outcomeClass) => fault switch
    {
        Fault.None or Fault.DropAfter or Fault.LateApply or Fault.ErrorAfter or Fault.HalfBody => true,
        Fault.Conflict => outcomeClass == OutcomeClass.Keyed,
        _ => false,
    };

    private static string Expected(Fault fault, OutcomeClass outcomeClass) => fault switch
    {
        Fault.None => "done",
        Fault.Conflict => outcomeClass == OutcomeClass.Keyed ? "done" : "failed",
        Fault.Refused => "failed, may retry",
        Fault.TooMany => "failed, may retry after 7",
        _ => "unknown",
    };

    private static string Told(EffectResult result) => result switch
    {
        EffectResult.Done => "done",
        EffectResult.Unknown => "unknown",
        EffectResult.Failed { MayRetry: true, RetryAfter: { } wait } => $"failed, may retry after {wait.TotalSeconds:0}",
        EffectResult.Failed { MayRetry: true } => "failed, may retry",
        EffectResult.Failed => "failed",
        _ => result.GetType().Name,
    };
}
