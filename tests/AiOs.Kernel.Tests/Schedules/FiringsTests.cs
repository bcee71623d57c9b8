using AiOs.Contracts;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Schedules;
using AiOs.Kernel.WorkItems;
using AiOs.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AiOs.Kernel.Tests.Schedules;

/// <summary>Each schedule fires once: after outages, crashes, and on two hosts that share a store (R1).</summary>
public sealed class FiringsTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task Ring_ANewSchedule_FiresNothingOfThePastAndThenOnTime()
    {
        await using var desk = await ClockDesk.StartAsync();
        Assert.Empty(desk.Job.Calls);

        await desk.RingAfterAsync(TimeSpan.FromMinutes(41));
        await desk.RingAsync();

        var call = Assert.Single(desk.Job.Calls);
        Assert.Equal((Some.Moment.AddMinutes(41), 0), (call.DueAt, call.Missed));
        var item = Assert.Single(await desk.Harness.Desk.RecentAsync(10, before: null, openOnly: false, CancellationToken.None));
        Assert.Equal((WorkItemState.Done, ChannelName.Schedule, Authority.System), (item.State, item.Channel, item.Authority));
        Assert.Empty(item.Approvals);
        Assert.Equal("Probed (found 3).", Assert.Single(item.Effects).Detail);
    }

    [Fact]
    public async Task Ring_DownOverThreeFirings_CatchesUpOnceWhereTheScheduleSaysSo()
    {
        await using var desk = await ClockDesk.StartAsync();
        desk.Harness.Time.Advance(3 * Hour);
        await desk.Harness.RestartAsync();

        await desk.RingAsync();
        await desk.RingAsync();

        var call = Assert.Single(desk.Job.Calls);
        Assert.Equal((Some.Moment.AddMinutes(41).AddHours(2), 2), (call.DueAt, call.Missed));
        Assert.Empty(await desk.EventsAsync<MessageRefused>());
    }

    [Fact]
    public async Task Ring_DownOverThreeFirings_SkipsThemWithOneLineWhereTheScheduleSaysSo()
    {
        await using var desk = await ClockDesk.StartAsync(new ScriptedJob { CatchUp = CatchUp.Skip });
        await desk.RingAfterAsync(3 * Hour);
        await desk.RingAsync();

        Assert.Empty(desk.Job.Calls);
        Assert.Equal("skipped:probe", Assert.Single(await desk.EventsAsync<MessageRefused>()).Code);

        await desk.RingAfterAsync(TimeSpan.FromMinutes(41));
        Assert.Single(desk.Job.Calls);
    }

    [Fact]
    public async Task Ring_AHostDiedBetweenMessageAndCursor_FiresOnceAndCountsNothingTwice()
    {
        var cursors = new StuckCursors();
        await using var desk = await ClockDesk.StartAsync(instead: services => services.AddSingleton<ICursors>(cursors));
        cursors.IsStuck = true;
        await Assert.ThrowsAsync<AiOsException>(() => desk.RingAfterAsync(TimeSpan.FromMinutes(41)));
        cursors.IsStuck = false;
        await desk.RingAsync();
        await desk.RingAfterAsync(Hour);
        cursors.IsStuck = true;
        await Assert.ThrowsAsync<AiOsException>(() => desk.RingAfterAsync(Hour));
        cursors.IsStuck = false;
        await desk.RingAfterAsync(2 * Hour);

        Assert.Equal([(1, 0), (2, 0), (3, 0), (5, 1)], desk.Job.Calls.Select(call => ((int)(call.DueAt - Some.Moment.AddMinutes(-19)).TotalHours, call.Missed)));
    }

    [Fact]
    public async Task Ring_AChangedCron_BeginsAnewFromTheChange()
    {
        var job = new ScriptedJob();
        await using var desk = await ClockDesk.StartAsync(job);
        desk.Harness.Time.Advance(5 * Hour);
        await using var other = new ClockDesk(new ScriptedJob { Cron = "0 30 * * * ?" }, instead: services => services.AddSingleton<ICursors>(desk.Harness.Cursors));
        other.Harness.Time.Advance(5 * Hour);
        await other.Harness.OpenAsync();
        await other.RingAsync();
        Assert.Empty(other.Job.Calls);

        await other.RingAfterAsync(Hour);
        Assert.Equal((Some.Moment.AddMinutes(11).AddHours(5), 0), (Assert.Single(other.Job.Calls).DueAt, other.Job.Calls.First().Missed));
    }

    [Fact]
    public async Task Ring_OnTwoHostsForADay_FiresEachMomentOnce()
    {
        var (fired, distinct) = await DayOnTwoHostsAsync(_ => { });

        Assert.Equal((24, 24), (fired, distinct));
    }

    /// <summary>The negative control: without the key that a moment has, both hosts fire.</summary>
    [Fact]
    public async Task Ring_OnTwoHostsWithoutTheKeyOfAMoment_IsCaught()
    {
        var count = 0;
        var (fired, distinct) = await DayOnTwoHostsAsync(services => services.AddSingleton<IInbox>(provider =>
            new ForgetfulInbox(ActivatorUtilities.CreateInstance<Inbox>(provider), () => Interlocked.Increment(ref count))));

        Assert.Equal((48, 24), (fired, distinct));
    }

    /// <summary>Both hosts have read the cursor before either moves it: the worst that can be.</summary>
    private static async Task<(int Fired, int Distinct)> DayOnTwoHostsAsync(Action<IServiceCollection> instead)
    {
        var cursors = new PairedCursors();
        await using var desk = new ClockDesk(shared: true, instead: services =>
        {
            services.AddSingleton<ICursors>(cursors);
            instead(services);
        });
        var first = await desk.Harness.OpenAsync();
        var second = await desk.Harness.OpenAsync();
        for (var hour = 0; hour <= 24; hour++)
        {
            await Task.WhenAll(Task.Run(() => desk.RingAsync(at: first)), Task.Run(() => desk.RingAsync(at: second))).WaitAsync(TimeSpan.FromMinutes(2), TimeProvider.System, TestContext.Current.CancellationToken);
            desk.Harness.Time.Advance(Hour);
        }

        return (desk.Job.Calls.Count, desk.Job.Calls.Select(call => call.DueAt).Distinct().Count());
    }

    private sealed class ForgetfulInbox(IInbox inner, Func<int> number) : IInbox
    {
        public Task<Receipt> ReceiveAsync(InboundMessage message, CancellationToken cancellationToken) =>
            inner.ReceiveAsync(message with { DedupeKey = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{message.DedupeKey}#{number()}") }, cancellationToken);

        public Task RefuseAsync(ChannelName channel, string code, long bytes, string dedupeKey, CancellationToken cancellationToken) =>
            inner.RefuseAsync(channel, code, bytes, dedupeKey, cancellationToken);
    }
}
