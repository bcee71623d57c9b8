using AiOs.Contracts;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Journal.Chain;
using AiOs.Kernel.Ledger;
using AiOs.Testing;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.Ledger;

/// <summary>The ledger is a fold of the whole journal, however it was come by.</summary>
public sealed class LedgerKeeperTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task At_FromASnapshotAndTheTail_IsTheFoldOfAll()
    {
        await using var harness = await LongAsync();
        var head = await harness.Store.HeadAsync(Token);
        var snapshot = (await harness.Store.ReadLedgerAsync(Token))!;
        var kept = await new LedgerKeeper(harness.Store, TimeZoneInfo.Utc).AtAsync(head.Position, Token);
        var folded = harness.Store.Commits().Aggregate(new WorkspaceLedger(), (ledger, commit) => ledger.Apply(CommitReader.Read(commit, key: null), TimeZoneInfo.Utc));

        Assert.True(snapshot.Position is >= LedgerKeeper.SnapshotEvery && snapshot.Position < head.Position, $"the snapshot stands at {snapshot.Position} of {head.Position}");
        Assert.Equal(LedgerKeeper.TextOf(folded), LedgerKeeper.TextOf(kept));
        Assert.Equal(LedgerKeeper.TextOf(folded), LedgerKeeper.TextOf(harness.Process.Journal.Ledger));
        Assert.NotNull(folded.Frozen);
    }

    /// <summary>The control: the snapshot really is what the fold begins with.</summary>
    [Fact]
    public async Task At_FromAFalseSnapshot_IsFalse()
    {
        await using var harness = await LongAsync();
        var head = await harness.Store.HeadAsync(Token);
        var ghost = new WorkspaceLedger { Position = head.Position, Frozen = new FreezeState(ChannelName.Web, "ghost", Some.Moment) };
        harness.Store.Use(tables => tables.Replace(tables.Projections() with { Ledger = new LedgerRow(head.Position, LedgerKeeper.TextOf(ghost)) }));

        Assert.Equal("ghost", (await new LedgerKeeper(harness.Store, TimeZoneInfo.Utc).AtAsync(head.Position, Token)).Frozen!.By);
        Assert.False((await harness.Process.Workspace.RebuildAsync(Token)).Same);
        Assert.True((await harness.Process.Workspace.RebuildAsync(Token)).Same);
    }

    [Fact]
    public async Task At_AnEarlierPosition_IsAsItWasThen()
    {
        await using var harness = await KernelHarness.StartAsync();
        await FreezeAsync(harness.Process, "operator");
        var frozen = (await harness.Store.HeadAsync(Token)).Position;
        await ResumeAsync(harness.Process);
        var keeper = new LedgerKeeper(harness.Store, TimeZoneInfo.Utc);

        Assert.Null((await keeper.AtAsync(frozen + 1, Token)).Frozen);
        Assert.Equal(new FreezeState(ChannelName.Web, "operator", Some.Moment), (await keeper.AtAsync(frozen, Token)).Frozen);
        Assert.Null((await keeper.AtAsync(frozen - 1, Token)).Frozen);
    }

    [Fact]
    public async Task Rebuild_AfterASnapshot_IsTheSame()
    {
        await using var harness = await LongAsync();

        Assert.True((await harness.Process.Workspace.RebuildAsync(Token)).Same);
        await harness.RestartAsync();
        Assert.NotNull(harness.Process.Journal.Ledger.Frozen);
    }

    private static Task<AppendResult> FreezeAsync(KernelProcess process, string by) => Freezing.AppendAsync(process, new WorkspaceFrozen(ChannelName.Web, by));

    private static Task<AppendResult> ResumeAsync(KernelProcess process) => Freezing.AppendAsync(process, new WorkspaceResumed(ChannelName.Web, "operator"));

    /// <summary>More commits than lie between two snapshots, the last of them a freeze.</summary>
    private static async Task<KernelHarness> LongAsync()
    {
        var harness = await KernelHarness.StartAsync();
        for (var turn = 0; turn < 280; turn++)
        {
            await FreezeAsync(harness.Process, "operator");
            await ResumeAsync(harness.Process);
        }

        await FreezeAsync(harness.Process, "somebody");
        return harness;
    }

    [Fact]
    public async Task At_StoreShowsNoCommit_IsAPassingFaultAndNoEndlessRead()
    {
        await using var harness = await KernelHarness.StartAsync();
        var keeper = new LedgerKeeper(harness.Store, TimeZoneInfo.Utc);

        var fault = await Assert.ThrowsAsync<AiOsException>(() => keeper.AtAsync(harness.Store.Commits().Count + 1, Token));

        Assert.True(fault.IsTransient);
        Assert.Contains("commit 2", fault.Message, StringComparison.Ordinal);
    }
}
