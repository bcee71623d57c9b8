using System.Text;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Hosting;
using AiOs.Scenarios.Hosting;
using AiOs.Testing;
using AiOs.Testing.Kernel;
using AiOs.Testing.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AiOs.Scenarios.Trust;

/// <summary>R9: the clock lies. Order is by position, wake-ups still come, and an expired approval never runs.</summary>
public sealed class ClockTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan[] Jumps = [Day, -Day, TimeSpan.Zero, TimeSpan.FromHours(1), -TimeSpan.FromHours(1), TimeSpan.FromDays(8), TimeSpan.FromDays(-9), TimeSpan.FromMilliseconds(1)];

    [Fact]
    public async Task Clock_JumpingAtRandom_KeepsOrderAndExpiry()
    {
        var (mails, expired, ran, late) = (0, 0, 0, 0);
        var seeds = Counts.Of(10, 60);
        for (var seed = 1; seed <= seeds; seed++)
        {
            await using var harness = await KernelHarness.StartAsync(seed);
            var story = new ClockStory(harness);
            await PlayAsync(story, new Random(seed));
            Assert.True(story.Wrong.Count == 0, $"seed {seed}: {string.Join("; ", story.Wrong.Distinct())}");
            mails += story.Mails;
            expired += story.Expired;
            ran += story.Ran;
            late += story.LateTaps;
        }

        Tally.Say($"lying clock: {seeds} seeds, {mails} mails, {ran} ran, {expired} expired, {late} late taps");
        Assert.True(ran >= seeds && expired >= seeds && late >= seeds, $"{ran} ran, {expired} expired, {late} late taps");
    }

    [Fact]
    public async Task Clock_GoingBackAfterExpiry_NeverRunsTheCard()
    {
        await using var harness = await KernelHarness.StartAsync();
        var story = new ClockStory(harness);
        Assert.Equal("expired", await ExpireAsync(story, crash: false));
        await story.EndAsync();

        Assert.Empty(story.Wrong);
        Assert.Equal((0, 1, 2), (story.Ran, story.Expired, story.LateTaps));
    }

    [Theory]
    [InlineData("2026-10-24T12:00:00Z")]
    [InlineData("2027-03-27T12:00:00Z")]
    public async Task Clock_AcrossAChangeOfSummerTime_ExpiresAfterTheWholeLifetime(string start)
    {
        await using var harness = await ViennaAsync(start);
        var lifetime = harness.Settings.ApprovalLifetime;
        var story = new ClockStory(harness);
        var (early, late) = (await story.TakeAsync(), await story.TakeAsync());

        story.Jump(lifetime - TimeSpan.FromMilliseconds(1));
        await story.TickAsync();
        await story.ApproveAsync(early);
        Assert.Equal((1, 0), (story.Ran, story.Expired));
        story.Jump(TimeSpan.FromMilliseconds(1));
        await story.ApproveAsync(late);
        await story.EndAsync();

        Assert.Empty(story.Wrong);
        Assert.Equal((1, 1, 1), (story.Ran, story.Expired, story.LateTaps));
    }

    [Fact]
    public async Task Clock_InTheHourThatComesTwice_KeepsTheOrder()
    {
        await using var harness = await ViennaAsync("2026-10-25T00:30:00Z");
        var story = new ClockStory(harness);
        await story.TakeAsync();
        story.Jump(TimeSpan.FromHours(1));
        await story.TakeAsync();
        await story.EndAsync();

        Assert.Empty(story.Wrong);
        var received = harness.Agent.Briefs.Select(brief => brief.ReceivedAt).ToList();
        Assert.Equal([TimeSpan.FromHours(2), TimeSpan.FromHours(1)], received.Select(at => at.Offset));
        Assert.Equal(received[0].DateTime, received[1].DateTime);
        Assert.True(received[0] < received[1]);
    }

    /// <summary>The kernel's own watch: its timer goes on while the clock is set, forwards, backwards, or stands.</summary>
    [Fact]
    public async Task Clock_SetWhileTheKernelWatches_WakesWhatIsDueAndNothingElse()
    {
        await using var harness = await KernelHarness.StartAsync();
        var lifetime = harness.Settings.ApprovalLifetime;
        harness.Process.Workspace.Run();
        var first = (await harness.ReceivedAsync(Some.Mail(1))).Id;
        harness.Time.AdjustTime(harness.Time.GetUtcNow() + lifetime + Day);
        await WatchedAsync(harness, first, WorkItemState.Expired);

        var second = (await harness.ReceivedAsync(Some.Mail(2))).Id;
        harness.Time.AdjustTime(harness.Time.GetUtcNow() - Day);
        var stands = harness.Time.GetUtcNow();
        var third = (await harness.ReceivedAsync(Some.Mail(3))).Id;
        for (var tick = 0; tick < 100; tick++)
        {
            harness.Time.Advance(TimeSpan.FromSeconds(5));
            harness.Time.AdjustTime(stands);
        }

        Assert.Equal(WorkItemState.AwaitingApproval, (await harness.ViewAsync(second)).State);
        Assert.Equal(WorkItemState.AwaitingApproval, (await harness.ViewAsync(third)).State);
        harness.Time.AdjustTime(stands + lifetime);
        await WatchedAsync(harness, third, WorkItemState.Expired);
        Assert.Equal(WorkItemState.AwaitingApproval, (await harness.ViewAsync(second)).State);
        harness.Time.AdjustTime(stands + lifetime + Day);
        await WatchedAsync(harness, second, WorkItemState.Expired);
        Assert.Empty(harness.Mail.Calls);
    }

    /// <summary>The control: a kernel that does not look at the clock when it decides.</summary>
    [Fact]
    public async Task Clock_ThatTheKernelIgnores_IsCaughtRunningAnExpiredCard()
    {
        await using var harness = new KernelHarness { Instead = services => services.AddSingleton<TimeProvider>(new FakeTimeProvider(Some.Moment)) };
        await harness.OpenAsync();
        var story = new ClockStory(harness);
        var card = await story.TakeAsync();
        story.Jump(TimeSpan.FromDays(8));
        await story.ApproveAsync(card);

        Assert.Equal("an expired approval ran", Assert.Single(story.Wrong));
    }

    /// <summary>The control: a kernel that forgets what expired, so that only the clock would tell.</summary>
    [Fact]
    public async Task Clock_GoingBackWhereExpiryIsForgotten_IsCaughtRunningAnExpiredCard()
    {
        var kept = new InMemoryJournalStore();
        await using var forgetful = new KernelHarness { Store = kept, Instead = services => services.AddSingleton(Forgetful(kept)) };
        await forgetful.OpenAsync();
        var story = new ClockStory(forgetful);
        await ExpireAsync(story, crash: true);

        Assert.Contains("an expired approval ran", story.Wrong);
    }

    private static IJournalStore Forgetful(IJournalStore kept)
    {
        var (store, watch) = WatchedStore.Over(kept);
        watch.Forgets = batch => batch.Commits.Any(commit => Encoding.UTF8.GetString(commit.Bytes.Span).Contains("\"approval-expired", StringComparison.Ordinal));
        return store;
    }

    private static async Task PlayAsync(ClockStory story, Random random)
    {
        await story.TakeAsync();
        for (var step = 0; step < 60; step++)
        {
            switch (random.Next(6))
            {
                case 0:
                    await story.TakeAsync();
                    break;
                case 1:
                    await story.ApproveAnyAsync(random);
                    break;
                case 2 when random.Next(3) == 0:
                    await story.Harness.CrashAsync();
                    break;
                case 3:
                    await story.TickAsync();
                    break;
                default:
                    story.Jump(Jumps[random.Next(Jumps.Length)]);
                    break;
            }
        }

        await story.EndAsync();
    }

    /// <summary>Lets a card expire, sets the clock back before that, and taps; once more after a restart.</summary>
    private static async Task<string> ExpireAsync(ClockStory story, bool crash)
    {
        var card = await story.TakeAsync();
        story.Jump(TimeSpan.FromDays(8));
        await story.TickAsync();
        story.Jump(TimeSpan.FromDays(-8));
        if (!crash)
        {
            await story.ApproveAsync(card);
        }

        await story.Harness.CrashAsync();
        await story.ApproveAsync(card);
        return (await story.Harness.ViewAsync(card)).Approvals[^1].State;
    }

    private static async Task<KernelHarness> ViennaAsync(string start)
    {
        var harness = new KernelHarness
        {
            Settings = new WorkspaceSettings { Id = new WorkspaceId("w1"), TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Vienna"), Currency = "EUR" },
        };
        harness.Time.AdjustTime(DateTimeOffset.Parse(start, System.Globalization.CultureInfo.InvariantCulture));
        await harness.OpenAsync();
        return harness;
    }

    /// <summary>Gives the watch its ticks until it has seen to a card.</summary>
    private static async Task WatchedAsync(KernelHarness harness, WorkItemId id, WorkItemState wanted)
    {
        var now = harness.Time.GetUtcNow();
        for (var tick = 0; (await harness.ViewAsync(id)).State != wanted; tick++)
        {
            Assert.True(tick < 2000, $"nothing woke the card: it is not {wanted}");
            harness.Time.Advance(TimeSpan.FromSeconds(5));
            harness.Time.AdjustTime(now);
            await Task.Delay(2, TestContext.Current.CancellationToken);
        }
    }
}
