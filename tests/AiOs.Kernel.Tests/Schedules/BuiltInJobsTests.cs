using AiOs.Contracts.Desk;
using AiOs.Contracts.Schedules;
using AiOs.Kernel.Schedules;
using AiOs.Testing;

namespace AiOs.Kernel.Tests.Schedules;

/// <summary>The kernel's own jobs prove what they say.</summary>
public sealed class BuiltInJobsTests
{
    [Fact]
    public async Task JournalVerification_ASoundJournal_ProvesCommitsAndHead()
    {
        await using var desk = await ClockDesk.StartAsync();
        await desk.Harness.ReceivedAsync();
        var commits = desk.Harness.Store.Commits();

        var proved = Assert.IsType<JobReport.Proved>(await RunAsync(desk, "journal-verification"));

        Assert.Equal([commits.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), commits[^1].Hash.ToString()], proved.Proof.Select(fact => fact.Value));
    }

    [Fact]
    public async Task EscalationSweep_AQuestionThatIsOver_EndsItAndProvesThatNothingIsLeft()
    {
        await using var desk = await ClockDesk.StartAsync();
        var item = await desk.Harness.ReceivedAsync();
        desk.Harness.Time.Advance(TimeSpan.FromDays(8));

        var proved = Assert.IsType<JobReport.Proved>(await RunAsync(desk, "escalation-sweep"));

        Assert.Contains(proved.Proof, fact => fact is { Name: "steps that were due", Value: "1" });
        Assert.Contains(proved.Proof, fact => fact is { Name: "open", Value: "0" });
        Assert.Equal(WorkItemState.Expired, (await desk.Harness.ViewAsync(item.Id)).State);
    }

    [Fact]
    public async Task CapResets_AtMidnight_ProvesThatEachCapBeginsAtNothing()
    {
        await using var desk = await ClockDesk.StartAsync();

        var proved = Assert.IsType<JobReport.Proved>(await RunAsync(desk, "cap-resets"));

        Assert.Equal("Every cap of a day begins at nothing", proved.Sentence);
        Assert.Contains(proved.Proof, fact => fact.Name.StartsWith("yesterday ", StringComparison.Ordinal) && fact.Value.StartsWith("0.00 EUR of ", StringComparison.Ordinal));
    }

    [Fact]
    public void Proved_WithoutProof_IsNoReport() => Assert.Throws<ArgumentException>(() => new JobReport.Proved("It ran.", []));

    private static Task<JobReport> RunAsync(ClockDesk desk, string name) =>
        desk.Harness.Process.Get<JobShelf>().Find(name)!.RunAsync(new JobCall("key", Some.Moment, 0), TestContext.Current.CancellationToken);
}
