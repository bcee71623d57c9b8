using AiOs.Contracts.Desk;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Effects;
using AiOs.Kernel.WorkItems;
using AiOs.Testing;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.Trust;

/// <summary>
/// Effects and private data against prompt injection with a fully obedient model (TRUST.md part 3), rules 3, 6 and 11: whatever a model returns,
/// nothing goes out that was not approved or cannot be allowed, and the operator sees what became of it.
/// </summary>
public sealed class ContainmentTests(ITestOutputHelper output)
{
    private static int Drafts { get; } = Counts.Of(1_500, 10_000);

    [Fact]
    public async Task Drafts_OfAnyModelUnderTheBuiltInPolicy_DoNothingOutwardUnasked()
    {
        await using var run = await ContainmentRun.StartAsync(seed: 11);
        var ward = await PlayAsync(run, Drafts);

        Assert.Equal(0, ward.Unasked);
        Assert.True(ward.Internal > Drafts / 10, $"only {ward.Internal} internal effects ran");
    }

    [Fact]
    public async Task Drafts_OfAnyModelUnderAPolicyThatAllowsAll_StillMeetTheFloors()
    {
        await using var run = await ContainmentRun.StartAsync(seed: 12, policy: ContainmentRun.AllowsAll);
        var ward = await PlayAsync(run, Drafts);

        Assert.True(ward.Unasked > 10, $"only {ward.Unasked} effects went out unasked, so the policy was not tried");
    }

    /// <summary>The control: connectors that find nothing sensitive let anything out under the same policy.</summary>
    [Fact]
    public async Task Drafts_WithFloorsThatSeeNothing_AreCaught()
    {
        await using var run = await ContainmentRun.StartAsync(seed: 12, new OutsideWorld(blind: true), ContainmentRun.AllowsAll);
        await DraftAsync(run, 100);

        Assert.Contains((await run.LookAsync()).Faults, fault => fault.Contains("never gave", StringComparison.Ordinal));
    }

    /// <summary>The control: a connector that calls itself internal goes out under the built-in policy.</summary>
    [Fact]
    public async Task Drafts_WithALyingCategory_AreCaught()
    {
        await using var run = await ContainmentRun.StartAsync(seed: 11, new OutsideWorld(lying: true));
        await DraftAsync(run, 100);

        Assert.Contains("email.send went out unasked", (await run.LookAsync()).Faults);
    }

    /// <summary>The control: whoever runs all that is proposed is found without an intent and without leave.</summary>
    [Fact]
    public async Task Drafts_WithADispatcherThatRunsAllThatIsProposed_AreCaught()
    {
        await using var run = await ContainmentRun.StartAsync(seed: 11);
        await DraftAsync(run, 100, RunAllAsync);

        Assert.Contains("email.send was called without an intent in the journal", (await run.LookAsync()).Faults);
    }

    private static async Task RunAllAsync(KernelHarness harness, WorkItemId id)
    {
        var item = (WorkItem)await harness.Process.Journal.LoadAsync(StreamId.Of(id), CancellationToken.None);
        foreach (var effect in item.CurrentEffects.Where(effect => effect.Phase is EffectPhase.Proposed))
        {
            var requested = new EffectRequested(effect.Id, 1, effect.Key, "broken", harness.Time.GetUtcNow().AddMinutes(1));
            await harness.Process.Get<IEffectDispatcher>().PerformAsync(effect.Apply(requested, harness.Time.GetUtcNow()));
        }
    }

    private static async Task DraftAsync(ContainmentRun run, int drafts, Func<KernelHarness, WorkItemId, Task>? afterwards = null)
    {
        for (var number = 0; number < drafts; number++)
        {
            await run.DraftAsync(afterwards);
        }
    }

    private async Task<Ward> PlayAsync(ContainmentRun run, int drafts)
    {
        await DraftAsync(run, drafts);
        var ward = await run.LookAsync();
        output.WriteLine(
            $"{drafts} drafts: {string.Join(", ", run.States.OrderBy(state => state.Key).Select(state => $"{state.Value} {state.Key}"))}; "
            + $"{run.Approved} approved, {ward.Internal} internal effects ran, {ward.Denied} effects denied, {ward.Unasked} outward unasked, {run.World.Calls.Count} calls");
        run.Faults.Take(3).ToList().ForEach(output.WriteLine);
        ward.Faults.Distinct().Take(20).ToList().ForEach(output.WriteLine);
        Assert.Empty(run.Faults.Take(5));
        Assert.Empty(ward.Faults.Distinct().Take(25));
        Assert.Equal(drafts, run.States.Values.Sum());
        Assert.True(run.States[WorkItemState.AwaitingApproval] > drafts / 20, "hardly anything was asked");
        Assert.True(run.States[WorkItemState.NeedsAnswer] > drafts / 20, "hardly anything was unusable");
        return ward;
    }
}
