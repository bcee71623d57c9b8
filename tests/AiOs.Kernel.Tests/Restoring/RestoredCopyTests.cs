using System.Globalization;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Journal.Importing;
using AiOs.Testing;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.Restoring;

/// <summary>R13: a copy that is put back starts frozen, and nothing is sent again before the operator has said go and settled what is in doubt.</summary>
public sealed class RestoredCopyTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("aios-restored-").FullName;

    private int _copies;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task Restore_WhatWaitedInTheCopy_IsAskedAgainAndNotSentByAnOldYes()
    {
        await using var source = await KernelHarness.StartAsync();
        var item = await source.ReceivedAsync();
        var copy = await ExportAsync(source);
        await source.DecideAsync(item.Approvals[^1], DecisionKind.Approve);
        await using var restored = await PutBackAsync(source, copy);

        var frozen = restored.Desk.FrozenBecause;
        await restored.TickAsync(TimeSpan.FromMinutes(10));
        var go = await ResumeAsync(restored);
        var now = await restored.ViewAsync(item.Id);
        var old = await restored.DecideAsync(item.Approvals[^1], DecisionKind.Approve);

        Assert.Contains("copy that was put back", frozen, StringComparison.Ordinal);
        Assert.Contains("are lost with it", go.Sentence, StringComparison.Ordinal);
        Assert.False(old.Accepted);
        Assert.Empty(restored.Mail.Calls);
        Assert.Equal("voided", now.Approvals[^2].State);
        Assert.Equal("open", now.Approvals[^1].State);
        Assert.Contains("may have been decided", string.Join(' ', now.Approvals[^1].Differences), StringComparison.Ordinal);
        Assert.Single(source.Mail.Calls);
    }

    [Theory]
    [InlineData(OutcomeClass.Keyed)]
    [InlineData(OutcomeClass.Queryable)]
    [InlineData(OutcomeClass.Neither)]
    public async Task Restore_WhatWasOnItsWayInTheCopy_IsForTheOperatorToSettle(OutcomeClass outcome)
    {
        await using var source = new KernelHarness { Mail = new() { OutcomeClass = outcome } };
        await source.OpenAsync();
        var item = await source.ReceivedAsync();
        string? copy = null;
        source.Mail.Answer = async (_, _, _) =>
        {
            copy ??= await ExportAsync(source);
            return null;
        };
        await source.DecideAsync(item.Approvals[^1], DecisionKind.Approve);
        await using var restored = await PutBackAsync(source, copy!, outcome);

        await ResumeAsync(restored);
        await restored.TickAsync(TimeSpan.FromHours(2));
        await restored.TickAsync(TimeSpan.FromHours(2));
        var view = await restored.ViewAsync(item.Id);

        Assert.Equal(WorkItemState.OutcomeUnknown, view.State);
        Assert.Empty(restored.Mail.Calls);
        await restored.SettleAsync(view, Settlement.Happened);
        Assert.Equal(WorkItemState.Done, (await restored.ViewAsync(item.Id)).State);
        Assert.Empty(restored.Mail.Calls);
    }

    /// <summary>The control: without the thought that comes with a restore the very same copy sends again.</summary>
    [Fact]
    public async Task Restore_WithoutTheReview_SendsAgain()
    {
        await using var source = new KernelHarness { Mail = new() { OutcomeClass = OutcomeClass.Keyed } };
        await source.OpenAsync();
        var item = await source.ReceivedAsync();
        string? copy = null;
        source.Mail.Answer = async (_, _, _) =>
        {
            copy ??= await ExportAsync(source);
            return null;
        };
        await source.DecideAsync(item.Approvals[^1], DecisionKind.Approve);
        await using var restored = await PutBackAsync(source, copy!, OutcomeClass.Keyed);
        restored.Marks.Write(null);
        restored.Heads.Put(null, null);
        restored.Heads.Put(Signed(source, copy!));
        await restored.CrashAsync();
        await restored.TickAsync(TimeSpan.FromHours(2));

        Assert.NotEmpty(restored.Mail.Calls);
    }

    [Fact]
    public async Task Restore_ACopyThatLostNothing_GoesOnWithItsOpenCards()
    {
        await using var source = await KernelHarness.StartAsync();
        var item = await source.ReceivedAsync();
        await source.Process.DisposeAsync();
        await source.OpenAsync();
        var copy = await ExportAsync(source);
        await using var restored = await PutBackAsync(source, copy);

        var go = await ResumeAsync(restored);
        var approved = await restored.DecideAsync(item.Approvals[^1], DecisionKind.Approve);

        Assert.Contains("nothing is lost", go.Sentence, StringComparison.Ordinal);
        Assert.True(approved.Accepted, approved.Sentence);
        Assert.Single(restored.Mail.Calls);
    }

    [Fact]
    public async Task Go_KilledAtEveryBoundary_StaysFrozenOrIsDone()
    {
        var kills = 0;
        for (var boundary = 1; ; boundary++)
        {
            await using var source = await KernelHarness.StartAsync();
            var item = await source.ReceivedAsync();
            var copy = await ExportAsync(source);
            await source.DecideAsync(item.Approvals[^1], DecisionKind.Approve);
            await using var restored = await PutBackAsync(source, copy);
            await restored.CrashAsync(boundary);
            try
            {
                await ResumeAsync(restored);
                break;
            }
            catch (CrashException)
            {
                kills++;
            }

            await restored.OpenAsync();
            Assert.NotNull(restored.Desk.FrozenBecause);
            await ResumeAsync(restored);
            Assert.Null(restored.Desk.FrozenBecause);
            Assert.Empty(restored.Mail.Calls);
            Assert.Single((await restored.ViewAsync(item.Id)).Approvals, approval => approval.State == "open");
            await restored.RestartAsync();
            Assert.Null(restored.Desk.FrozenBecause);
        }

        Assert.True(kills >= 4, $"only {kills} kills");
    }

    private static Task<ControlOutcome> ResumeAsync(KernelHarness harness) => harness.Process.Get<IControls>().ResumeAsync(ChannelName.Web, Some.Operator, Token);

    private static byte[] Signed(KernelHarness source, string copy) => File.ReadAllBytes(Path.Combine(copy, "head.json")) is var head && source is not null ? head : [];

    private async Task<string> ExportAsync(KernelHarness harness)
    {
        var folder = Path.Combine(_root, "copy" + Interlocked.Increment(ref _copies).ToString(CultureInfo.InvariantCulture));
        await harness.Process.Workspace.ExportAsync(folder, plain: false, Token);
        return folder;
    }

    /// <summary>The old copy in an empty store, beside the signed heads that stand outside.</summary>
    private static async Task<KernelHarness> PutBackAsync(KernelHarness source, string copy, OutcomeClass outcome = OutcomeClass.Neither)
    {
        await source.Process.DisposeAsync();
        var restored = new KernelHarness(seed: 5) { Keys = source.Keys, Mail = new() { OutcomeClass = outcome } };
        restored.Heads.Put(source.Heads.Take());
        await restored.Make().Get<Importer>().ImportAsync(copy, aside: null, Token);
        await restored.OpenAsync();
        return restored;
    }
}
