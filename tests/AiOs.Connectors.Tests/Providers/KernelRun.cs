using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Proposals;
using AiOs.Testing;
using AiOs.Testing.Kernel;

namespace AiOs.Connectors.Tests.Providers;

/// <summary>One approved effect through the real kernel against a provider with one fault, up to where nothing moves by itself any more.</summary>
internal sealed class KernelRun : IAsyncDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(30);
    private const int Steps = 120;

    private readonly FakeProvider _provider;
    private WorkItemId _item;

    private KernelRun(FakeProvider provider, KernelHarness harness) => (_provider, Harness) = (provider, harness);

    public KernelHarness Harness { get; }

    public IReadOnlyList<string> Posts => _provider.Posts;

    public IReadOnlyList<string> Applied => _provider.Applied;

    public int Gets => _provider.Gets;

    /// <summary>How the effect stands: <c>done</c>, <c>failed</c>, <c>unknown</c>.</summary>
    public string Outcome { get; private set; } = string.Empty;

    /// <summary>The effect's events in the journal, in order.</summary>
    public IReadOnlyList<string> Journal { get; private set; } = [];

    /// <summary>How many questions came before the settle time was over.</summary>
    public int GetsTooEarly { get; private set; }

    public static async Task<KernelRun> StartAsync(Fault fault, OutcomeClass outcomeClass, Func<KernelHarness, FakeProvider, IEffectConnector>? variant = null)
    {
        var provider = await FakeProvider.StartAsync(outcomeClass, fault);
        var others = new List<IEffectConnector>();
        var run = new KernelRun(provider, new KernelHarness { Others = others });
        others.Add(variant?.Invoke(run.Harness, provider) ?? new ThingConnector(provider.Place, outcomeClass, run.Harness.Time));
        await run.Harness.OpenAsync();
        run.Harness.Agent.Write = _ => Some.Proposal(new EffectDraft(ThingConnector.ThingMake, "{\"what\":\"a thing\"}"));
        return run;
    }

    public static async Task<KernelRun> OfAsync(Fault fault, OutcomeClass outcomeClass, Func<KernelHarness, FakeProvider, IEffectConnector>? variant = null)
    {
        var run = await StartAsync(fault, outcomeClass, variant);
        await run.ApproveAsync(fault);
        await run.SettleDownAsync();
        return run;
    }

    /// <summary>Approves, and lets the attempt end: a held one by its deadline.</summary>
    public async Task ApproveAsync(Fault fault)
    {
        var item = await Harness.ReceivedAsync();
        _item = item.Id;
        var deciding = Harness.DecideAsync(item.Approvals[0], DecisionKind.Approve);
        if (fault is Fault.Hang or Fault.LateApply)
        {
            await _provider.Holding.Task.WaitAsync(TestContext.Current.CancellationToken);
            Harness.Time.Advance(TimeSpan.FromSeconds(20));
        }

        await deciding;
        if (fault == Fault.LateApply) await _provider.FinishLateAsync();
        GetsTooEarly = _provider.Gets;
    }

    /// <summary>Lets an hour pass, and a restart.</summary>
    public async Task SettleDownAsync()
    {
        for (var i = 0; i < Steps; i++)
        {
            await Harness.TickAsync(Step);
            if (i == Steps / 2) await Harness.RestartAsync();
        }

        Outcome = (await Harness.ViewAsync(_item)).Effects.Single().Outcome;
        Journal = [.. (await Harness.Desk.TimelineAsync(_item, TestContext.Current.CancellationToken))
            .Select(entry => entry.Type).Where(type => type.StartsWith("effect-", StringComparison.Ordinal) && type != "effect-judged")];
    }

    public async ValueTask DisposeAsync()
    {
        await Harness.DisposeAsync();
        await _provider.DisposeAsync();
    }
}
