using System.Text.Json;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Budgets;

namespace AiOs.Kernel.Tests.Budgets;

public sealed class InterruptionsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.FromHours(1));

    [Theory]
    [InlineData(2, 1, true)]
    [InlineData(3, 1, false)]
    [InlineData(3, 2, true)]
    [InlineData(9, 3, true)]
    public void Next_AfterSomeQuestions_InterruptsWhileThereAreSomeLeftOrItMatters(int asked, int tier, bool interrupts) =>
        Assert.Equal(interrupts, After(asked, Noon).Next(3, tier, Noon));

    [Fact]
    public void Apply_QuietQuestion_IsNoInterruption() =>
        Assert.Equal(0, new Interruptions().Apply(Asked() with { Quiet = true }, Noon).On(Noon));

    [Fact]
    public void Next_TheDayAfter_BeginsAtNothing()
    {
        var interruptions = After(3, Noon);

        Assert.True(interruptions.Next(3, 1, Noon.AddHours(12)));
        Assert.False(interruptions.Next(3, 1, Noon.AddHours(12).AddTicks(-1)));
    }

    [Fact]
    public void Apply_ClockADayOffAndBack_ForgetsNothing()
    {
        var interruptions = After(3, Noon).Apply(Asked(), Noon.AddDays(1)).Apply(Asked(), Noon.AddDays(-1));

        Assert.Equal(3, interruptions.On(Noon));
        Assert.False(interruptions.Next(3, 1, Noon));
    }

    [Fact]
    public void Apply_ManyDays_KeepsThree()
    {
        var interruptions = Enumerable.Range(0, 40).Aggregate(new Interruptions(), (state, day) => state.Apply(Asked(), Noon.AddDays(day)));
        var read = JsonSerializer.Deserialize(JsonSerializer.Serialize(interruptions, LedgerJson.Default.Interruptions), LedgerJson.Default.Interruptions)!;

        Assert.Equal(3, interruptions.Days.Count);
        Assert.Equal(interruptions.Days, read.Days);
    }

    private static Interruptions After(int asked, DateTimeOffset local) =>
        Enumerable.Range(0, asked).Aggregate(new Interruptions(), (state, _) => state.Apply(Asked(), local));

    private static ApprovalRequested Asked() => new(default, default, [], Digest.Zero, 1, "1", Noon.AddDays(1));
}
