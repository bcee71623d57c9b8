using AiOs.Contracts.Cards;

namespace AiOs.Kernel.Tests.Schedules;

public sealed class ScheduleCommandsTests
{
    [Fact]
    public async Task Schedule_Alone_ListsTimesInWordsTheNextMomentAndTheLastResult()
    {
        await using var desk = await ClockDesk.StartAsync(zone: TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
        await desk.RingAfterAsync(TimeSpan.FromMinutes(41));

        var reply = await desk.SayAsync("/schedule");

        var rows = Assert.Single(reply.Blocks.OfType<CardBlock.Facts>()).Rows.ToDictionary(row => row.Name, row => row.Value);
        Assert.Equal("6 schedules, by the clock of Europe/Berlin", reply.Title);
        Assert.Contains("every hour; next Sun 2026-11-22 16:00; last 2026-11-22 15:00: ", rows["probe"], StringComparison.Ordinal);
        Assert.Contains("Probed (found 3).", rows["probe"], StringComparison.Ordinal);
        Assert.Contains("every day at 04:00; next Mon 2026-11-23 04:00; has not run yet; from the program", rows["journal-verification"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_AScheduleByName_RunsItNowWithAKeyOfItsOwn()
    {
        await using var desk = await ClockDesk.StartAsync();
        var reply = await desk.SayAsync("/schedule run probe");
        Assert.True(reply.Done, reply.Title);
        Assert.Contains(new CardBlock.Text("Probed (found 3)."), reply.Blocks);

        await desk.RingAfterAsync(TimeSpan.FromMinutes(41));
        Assert.Equal(2, desk.Job.Calls.Count);
    }

    [Theory]
    [InlineData("/schedule run prob", "did you mean “probe”?")]
    [InlineData("/schedule stop nothing-like-it", "There is no schedule")]
    [InlineData("/schedule whenever you like", "Say when, then what")]
    [InlineData("/schedule start probe", "is on already")]
    public async Task Schedule_WordsThatMeanNothing_SayWhatToDo(string command, string said)
    {
        await using var desk = await ClockDesk.StartAsync();

        Assert.Contains(said, (await desk.SayAsync(command)).Title, StringComparison.Ordinal);
        Assert.Empty(desk.Job.Calls);
    }
}
