using AiOs.Contracts.Effects;
using AiOs.Scenarios.Hosting;
using AiOs.Testing;

namespace AiOs.Scenarios.Trust;

/// <summary>R4: the disk is full at each write of a mail's way. Nothing is acknowledged or called that is not kept, and it goes on when there is room.</summary>
public sealed class FullDiskTests
{
    [Theory]
    [InlineData(OutcomeClass.Keyed)]
    [InlineData(OutcomeClass.Neither)]
    public async Task Full_AtEachWriteOfAMailsWay_KeepsEveryPromise(OutcomeClass outcome)
    {
        await using var story = new FullDiskStory(outcome);
        await story.OpenAsync();
        var rounds = Counts.Of(5, 40);
        for (var round = 0; round < rounds; round++)
        {
            await story.ApproveWhenFullAsync(await story.TakeWhenFullAsync());
            await story.LoseResultAsync(await story.TakeAsync(), dies: false);
            await story.LoseResultAsync(await story.TakeAsync(), dies: true);
        }

        var wrong = await story.LookAsync();

        Tally.Say($"full disk, {outcome}: {story.Mails} mails, {story.Watch.Refused} writes refused, {story.Calls} calls, {story.Unknown} of unknown outcome");
        Assert.Empty(wrong);
        // One refused message, one refused decision and two results that were refused twice at least.
        Assert.True(story.Watch.Refused >= 6 * rounds, $"only {story.Watch.Refused} writes were refused");
        Assert.Equal(outcome is OutcomeClass.Neither ? rounds : 0, story.Unknown);
        Assert.Equal((outcome is OutcomeClass.Keyed ? 4 : 3) * rounds, story.Calls);
    }

    /// <summary>The control: a store that says "kept" on a full disk.</summary>
    [Fact]
    public async Task Full_WithAStoreThatSaysKept_IsCaughtLosingAMail()
    {
        await using var story = new FullDiskStory(OutcomeClass.Keyed);
        await story.OpenAsync();
        story.Watch.ForgetsOnFullDisk = true;
        await Record.ExceptionAsync(story.TakeWhenFullAsync);

        Assert.Contains("an acknowledged mail is lost", await story.LookAsync());
        Assert.Equal(1, story.Watch.Refused);
    }

    /// <summary>The control: the same, when it is decided.</summary>
    [Fact]
    public async Task Full_WithAStoreThatSaysKept_IsCaughtCallingWithoutIntent()
    {
        await using var story = new FullDiskStory(OutcomeClass.Keyed);
        await story.OpenAsync();
        var item = await story.TakeAsync();
        story.Watch.ForgetsOnFullDisk = true;
        await Record.ExceptionAsync(() => story.ApproveWhenFullAsync(item));

        Assert.Contains("called without an intent on the disk", await story.LookAsync());
        Assert.Equal(1, story.Calls);
    }
}
