using AiOs.Contracts.Schedules;
using AiOs.Testing.Stores;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace AiOs.Jobs.Tests;

/// <summary>Quartz really rings, follows what is changed, and stops.</summary>
public sealed class ClockTests : IDisposable
{
    private const string EachSecond = "* * * * * ?";
    private const string NewYear = "0 0 0 1 1 ?";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ScriptedFirings _firings = new();
    private readonly ScriptedFeed _feed = new();
    private readonly Bell _bell;

    public ClockTests() => _bell = new Bell(_firings, NullLogger<Bell>.Instance);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _bell.Dispose();

    [Fact]
    public async Task Clock_ACronOfEachSecond_RingsAgainAndAgain()
    {
        _firings.Plans = [PlanOf("second", EachSecond)];
        using var clock = ClockOf(TimeProvider.System);
        await clock.StartAsync(Token);

        await UntilAsync(() => _firings.Dealt("second") >= 5);
        await clock.StopAsync(Token).WaitAsync(Patience, TimeProvider.System, Token);
        var dealt = _firings.Dealt("second");
        _bell.Ring("second");

        Assert.Equal(dealt, _firings.Dealt("second"));
    }

    [Fact]
    public async Task Clock_ARecordOfAScheduleWasWritten_RingsForWhatIsOnNow()
    {
        _firings.Plans = [PlanOf("before", EachSecond)];
        using var clock = ClockOf(TimeProvider.System);
        await clock.StartAsync(Token);
        await UntilAsync(() => _firings.Dealt("before") >= 3);

        _firings.Plans = [PlanOf("after", EachSecond)];
        _feed.Write("record/client/berg");
        _feed.Write("record/schedule/after");
        await UntilAsync(() => _firings.Dealt("after") >= 2);
        var before = _firings.Dealt("before");
        await UntilAsync(() => _firings.Dealt("after") >= 5);

        Assert.Equal(before, _firings.Dealt("before"));
        await clock.StopAsync(Token);
    }

    [Fact]
    public async Task Clock_AMachineThatSlept_LooksAtEverythingEachMinute()
    {
        var time = new FakeTimeProvider();
        _firings.Plans = [PlanOf("far", NewYear)];
        using var clock = ClockOf(time);
        await clock.StartAsync(Token);
        await UntilAsync(() => _firings.Dealt("far") >= 1);
        var dealt = _firings.Dealt("far");

        await UntilAsync(() =>
        {
            time.Advance(TimeSpan.FromMinutes(1));
            return _firings.Dealt("far") >= dealt + 3;
        });
        await clock.StopAsync(Token);
    }

    [Fact]
    public async Task Clock_OneScheduleThatTakesLongOrBreaks_HoldsUpNoOther()
    {
        _firings.Plans = [PlanOf("long", EachSecond), PlanOf("broken", EachSecond), PlanOf("quick", EachSecond)];
        _firings.Does = (name, stop) => name switch
        {
            "long" => Task.Delay(Timeout.Infinite, stop),
            "broken" => throw new InvalidOperationException("nobody foresaw this"),
            _ => Task.CompletedTask,
        };
        using var clock = ClockOf(TimeProvider.System);
        await clock.StartAsync(Token);

        await UntilAsync(() => _firings.Dealt("quick") >= 4 && _firings.Dealt("broken") >= 3);
        Assert.Equal(1, _firings.Dealt("long"));
        await clock.StopAsync(Token).WaitAsync(Patience, TimeProvider.System, Token);
    }

    private Clock ClockOf(TimeProvider time) =>
        new(_firings, _bell, new PlanWatch(_feed, new InMemoryJournalStore(), time), time, NullLogger<Clock>.Instance);

    private static PlannedSchedule PlanOf(string name, string cron) => new(name, cron, FiringKind.Job, name, CatchUp.Once, "a test");

    private static async Task UntilAsync(Func<bool> holds)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!holds())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Patience, $"It did not come to be in {Patience}.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Token);
        }
    }
}
