using AiOs.Connectors.Resilience;
using AiOs.Connectors.Tests.Support;
using AiOs.Contracts.Effects;

namespace AiOs.Connectors.Tests.Providers;

/// <summary>R6 with the real kernel: each fault ends in the class that the effect declared, and there is at most one thing.</summary>
public sealed class KernelFaultTests
{
    public static MatrixTheoryData<Fault, OutcomeClass> All => new(Enum.GetValues<Fault>(), Enum.GetValues<OutcomeClass>());

    [Theory]
    [MemberData(nameof(All))]
    public async Task Effect_Fault_EndsInItsClass(Fault fault, OutcomeClass outcomeClass)
    {
        await using var run = await KernelRun.OfAsync(fault, outcomeClass);
        var (outcome, posts, applied) = Expected(fault, outcomeClass);
        Assert.Equal((outcome, posts, applied), (run.Outcome, run.Posts.Count, run.Applied.Count));
        Assert.InRange(run.Posts.Distinct().Count(), 0, 1);
        Assert.Equal(0, run.GetsTooEarly);
        MustSaySo(run, outcomeClass, fault);
    }

    [Theory]
    [InlineData(Fault.DropAfter)]
    [InlineData(Fault.ErrorAfter)]
    [InlineData(Fault.HalfBody)]
    public async Task Effect_ConnectorThatRepeatsInside_IsCaughtByTheSameCount(Fault fault)
    {
        await using var run = await KernelRun.OfAsync(
            fault, OutcomeClass.Neither, (harness, provider) => new RepeatingConnector(new ThingConnector(provider.Place, OutcomeClass.Neither, harness.Time)));
        Assert.NotEqual(Expected(fault, OutcomeClass.Neither), (run.Outcome, run.Posts.Count, run.Applied.Count));
        Assert.Equal(2, run.Applied.Count);
    }

    [Theory]
    [InlineData(EffectCategory.Money, "unknown", 1, 0)]
    [InlineData(EffectCategory.Reputation, "done", 2, 1)]
    public async Task Effect_NotFoundThatIsProof_IsTriedAgainOnlyWithoutMoney(EffectCategory category, string outcome, int posts, int applied)
    {
        await using var run = await KernelRun.OfAsync(Fault.DropBefore, OutcomeClass.Queryable, (harness, provider) =>
            new ThingConnector(provider.Place, OutcomeClass.Queryable, harness.Time) { Category = category, NotFoundIsProof = true });
        Assert.Equal((outcome, posts, applied), (run.Outcome, run.Posts.Count, run.Applied.Count));
    }

    [Fact]
    public async Task Effect_AtARestingPart_IsPostponedUncalledAndDoneAfterIt()
    {
        var options = new GuardOptions { Name = "things" };
        var guard = default(ConnectorGuard);
        await using var run = await KernelRun.StartAsync(Fault.None, OutcomeClass.Neither, (harness, provider) =>
        {
            guard = new ConnectorGuard(options, harness.Time, new FixedEntropy());
            return new GuardedConnector<ThingConnector>(new ThingConnector(provider.Place, OutcomeClass.Neither, harness.Time), guard);
        });
        var ill = new ScriptedOutside { Write = _ => Task.FromResult<EffectResult>(new EffectResult.Unknown("?")) };
        for (var i = 0; i < options.FewestAttempts; i++)
            await guard!.WriteAsync(token => ill.PerformAsync(Effects.Permit(Effects.Arguments()), token), ill, TestContext.Current.CancellationToken);

        await run.ApproveAsync(Fault.None);
        Assert.Equal((0, 0), (run.Posts.Count, run.Gets));
        await run.SettleDownAsync();
        Assert.Equal(("done", 1, 1), (run.Outcome, run.Posts.Count, run.Applied.Count));
        Assert.Equal(["effect-requested", "effect-postponed", "effect-requested", "effect-succeeded"], run.Journal);
        Assert.Equal(1, run.Gets);
    }

    private static (string Outcome, int Posts, int Applied) Expected(Fault fault, OutcomeClass outcomeClass) => (fault, outcomeClass) switch
    {
        (Fault.None, _) => ("done", 1, 1),
        (Fault.Refused, _) => ("failed", 0, 0),
        (Fault.Conflict, OutcomeClass.Keyed) => ("done", 1, 1),
        (Fault.Conflict, _) => ("failed", 1, 0),
        (Fault.TooMany, OutcomeClass.Neither) => ("failed", 1, 0),
        (Fault.TooMany, _) => ("done", 2, 1),
        (_, OutcomeClass.Keyed) => ("done", 2, 1),
        (Fault.DropBefore or Fault.Hang, _) => ("unknown", 1, 0),
        (_, OutcomeClass.Queryable) => ("done", 1, 1),
        _ => ("unknown", 1, 1),
    };

    /// <summary>The journal has a request before every call, and one last word.</summary>
    private static void MustSaySo(KernelRun run, OutcomeClass outcomeClass, Fault fault)
    {
        var last = run.Outcome switch { "done" => "effect-succeeded", "failed" => "effect-failed", _ => "effect-outcome-unknown" };
        Assert.Equal(last, run.Journal[^1]);
        Assert.Single(run.Journal, type => type is "effect-succeeded" or "effect-failed" or "effect-outcome-unknown");
        var requests = run.Journal.Count(type => type == "effect-requested");
        if (fault != Fault.Refused) Assert.Equal(run.Posts.Count, requests);
        if (outcomeClass == OutcomeClass.Neither) Assert.Equal(1, requests);
        if (outcomeClass == OutcomeClass.Queryable && run.Journal.Contains("effect-in-doubt")) Assert.Equal(1, run.Gets);
    }
}
