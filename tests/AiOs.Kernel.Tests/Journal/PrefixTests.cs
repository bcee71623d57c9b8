using AiOs.Contracts;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Tests.Support;
using AiOs.Testing;
using AiOs.Testing.Kernel;
using AiOs.Testing.Stores;

namespace AiOs.Kernel.Tests.Journal;

/// <summary>A store that writes a document for each commit kept only the first ones of a batch (R5).</summary>
public sealed class PrefixTests
{
    private const int Waiting = 6;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<StoreFault, int> EveryCut()
    {
        var cuts = new TheoryData<StoreFault, int>();
        foreach (var fault in new[] { StoreFault.PrefixThenTaken, StoreFault.PrefixThenTransient })
        {
            for (var held = 0; held <= Waiting; held++)
            {
                cuts.Add(fault, held);
            }
        }

        return cuts;
    }

    [Theory]
    [MemberData(nameof(EveryCut))]
    public async Task Receive_OnlyTheFirstAreKept_TellsEverybodyTheTruth(StoreFault fault, int held)
    {
        await using var harness = await KernelHarness.StartAsync();
        var changed = Watch(harness);
        var told = await TogetherAsync(harness, fault, held);
        await EverybodyIsShownAsync(harness);

        Assert.Empty(FaultsIn(harness, told, changed));
        var failed = fault is StoreFault.PrefixThenTaken || held == Waiting ? 0 : Waiting - held;
        Assert.Equal(failed, told.Count(mail => mail.Receipt is null));

        // What failed is sent again, as a channel does; what was kept is a repeat.
        for (var number = 0; number <= Waiting; number++)
        {
            Assert.Equal(told[number].Receipt is not null, (await harness.ReceiveAsync(Some.Mail(number))).Repeated);
        }

        await SoundAsync(harness, 1 + Waiting + 1);
    }

    /// <summary>The control: a journal that cannot ask what was kept tells those failed whose commits stand, and the same look must see it.</summary>
    [Fact]
    public async Task Control_StoreDoesNotSayWhatItKept_IsSeen()
    {
        await using var harness = await KernelHarness.StartAsync();
        var changed = Watch(harness);
        harness.Store.AfterAppend = _ => harness.Store.IsAway = harness.Store.Batches == 3;
        var told = await TogetherAsync(harness, StoreFault.PrefixThenTransient, 3);
        harness.Store.IsAway = false;
        await EverybodyIsShownAsync(harness);

        Assert.Equal(3, FaultsIn(harness, told, changed).Count(fault => fault.StartsWith("told failed", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(StoreFault.PrefixThenTaken)]
    [InlineData(StoreFault.PrefixThenTransient)]
    public async Task Append_OneStreamCutInTheMiddle_IsDecidedOnWhatIsKept(StoreFault fault)
    {
        await using var harness = await KernelHarness.StartAsync();
        var results = await HeldTogetherAsync(harness, fault, 3, () => harness.Process.Journal.AppendAsync(Toggle(), Token));

        var kept = results.OfType<AppendResult.Appended>().ToArray();
        Assert.Equal(fault is StoreFault.PrefixThenTaken ? 1 + Waiting : 1 + 3, kept.Length);
        Assert.Equal(kept.Select((_, index) => index % 2 == 0), kept.Select(one => one.Events[0] is WorkspaceFrozen));
        Assert.Equal(kept.Select((_, index) => index + 2L), kept.Select(one => one.Position));
        await harness.Process.Journal.AppendAsync(Toggle(), Token);
        Assert.Equal(kept.Length % 2 == 0, harness.Process.Journal.Ledger.Frozen is not null);
        Assert.True((await harness.Desk.VerifyAsync(Token)).Ok);
    }

    [Fact]
    public async Task Feed_OnlyTheFirstAreKept_WakesWhoWaitsForThem()
    {
        await using var harness = await KernelHarness.StartAsync();
        var feed = harness.Process.Get<IJournalFeed>();
        var waiting = feed.WaitAsync(after: 1 + 1 + 2, Token);
        await TogetherAsync(harness, StoreFault.PrefixThenTransient, 3);

        await waiting.WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System, Token);
        Assert.Single(await feed.ReadAsync(1 + 1 + 2, 9, Token));
    }

    private static AppendRequest Toggle() => new()
    {
        Stream = StreamId.Workspace,
        Cause = "test",
        Decide = at => at.Ledger.Frozen is null ? [new WorkspaceFrozen(ChannelName.Web, Some.Operator)] : [new WorkspaceResumed(ChannelName.Web, Some.Operator)],
    };

    /// <summary>One mail is in the writer's hands; six wait, and of their batch only the first are kept.</summary>
    private static async Task<IReadOnlyList<(int Number, Receipt? Receipt)>> TogetherAsync(KernelHarness harness, StoreFault fault, int held)
    {
        var number = 0;
        var receipts = await HeldTogetherAsync(harness, fault, held, () => harness.ReceiveAsync(Some.Mail(number++)));
        return [.. receipts.Select((receipt, index) => (index, receipt))];
    }

    private static async Task<IReadOnlyList<T?>> HeldTogetherAsync<T>(KernelHarness harness, StoreFault fault, int held, Func<Task<T>> one)
        where T : class
    {
        var writer = new HeldWriter(harness.Store);
        harness.Store.PrefixLength = count => count == Waiting ? held : throw new InvalidOperationException($"The batch has {count} commits.");
        harness.Store.FailNext(StoreFault.None, fault);
        var tasks = new List<Task<T>> { one() };
        await writer.Entered;
        for (var more = 0; more < Waiting; more++)
        {
            tasks.Add(one());
        }

        writer.Release();
        return await Task.WhenAll(tasks.Select(ResultAsync));
    }

    private static async Task<T?> ResultAsync<T>(Task<T> task)
        where T : class
    {
        try
        {
            return await task;
        }
        catch (AiOsException fault) when (fault.IsTransient)
        {
            return null;
        }
    }

    /// <summary>Whoever asked has the answer before the screens have it; the writer's next answer comes after both.</summary>
    private static Task<AppendResult> EverybodyIsShownAsync(KernelHarness harness) =>
        harness.Process.Journal.AppendAsync(new AppendRequest { Stream = StreamId.Workspace, Cause = "test", Decide = _ => [] }, Token);

    private static List<StreamId> Watch(KernelHarness harness)
    {
        var changed = new List<StreamId>();
        harness.Process.Journal.Changed += state => changed.Add(state.Stream);
        return changed;
    }

    private static List<string> FaultsIn(KernelHarness harness, IReadOnlyList<(int Number, Receipt? Receipt)> told, List<StreamId> changed)
    {
        var stored = harness.Store.Commits().Select(commit => commit.Stream).Where(stream => stream != StreamId.Workspace).ToArray();
        var known = told.Select(mail => mail.Receipt).OfType<Receipt>().Select(receipt => StreamId.Of(receipt.WorkItem)).ToArray();
        return
        [
            .. stored.Except(known).Select(stream => "told failed, but kept: " + stream),
            .. known.Except(stored).Select(stream => "told kept, but gone: " + stream),
            .. stored.GroupBy(stream => stream).Where(group => group.Count() > 1).Select(group => "kept twice: " + group.Key),
            .. stored.Where(stream => changed.Count(one => one == stream) != 1).Select(stream => "shown not once: " + stream),
        ];
    }

    private static async Task SoundAsync(KernelHarness harness, int commits)
    {
        Assert.Equal(commits, harness.Store.Commits().Count);
        Assert.True((await harness.Desk.VerifyAsync(Token)).Ok);
        Assert.True((await harness.Process.Workspace.RebuildAsync(Token)).Same);
        foreach (var row in await harness.Store.ListWorkItemsAsync(10, null, openOnly: false, Token))
        {
            Assert.Empty(History.FaultsIn(await harness.Process.Journal.ReadStreamAsync(StreamId.Of(row.Id), Token)));
        }
    }
}
