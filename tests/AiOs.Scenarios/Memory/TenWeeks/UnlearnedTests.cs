using AiOs.Contracts.Context;
using AiOs.Contracts.Forgetting;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;
using AiOs.Testing;
using AiOs.Testing.Kernel;

namespace AiOs.Scenarios.Memory.TenWeeks;

/// <summary>What Intake learned from a correction goes with it: taken back, or its writer forgotten, mail of others is read as if it had never been said.</summary>
public sealed class UnlearnedTests
{
    private static readonly List<(InboundMessage Mail, Category Category)> Lessons = [.. OwnMails.Of(11).Take(OwnMails.Each)];
    private static readonly List<(InboundMessage Mail, Category Category)> Probes = [.. OwnMails.Of(12).Take(OwnMails.Each)];

    [Fact]
    public async Task Corrections_TakenBack_AreOutOfWhatIntakeLearned()
    {
        await using var harness = await Learner.StartAsync();
        var before = await LearnAsync(harness);
        foreach (var correction in await harness.Corrections().ListAsync(CancellationToken.None))
        {
            var said = await harness.Corrections().TakeBackAsync(correction.Number, ChannelName.Web, Some.Operator, CancellationToken.None);
            Assert.True(said.Accepted, said.Sentence);
        }

        await MustBeAsBeforeAsync(harness, before);
    }

    [Fact]
    public async Task Corrections_OfMailWhoseWritersAreForgotten_AreOutOfWhatIntakeLearned()
    {
        await using var harness = await Learner.StartAsync();
        var before = await LearnAsync(harness);
        foreach (var writer in Lessons.Select(lesson => lesson.Mail.Content.Sender!.Address).Distinct(StringComparer.Ordinal))
        {
            Assert.True((await harness.Process.Get<IForget>().ForgetAsync(writer, ChannelName.Web, Some.Operator, CancellationToken.None)).Found);
        }

        await MustBeAsBeforeAsync(harness, before);
    }

    /// <summary>Also sees to it that the corrections changed how mail of others is read; else the tests would show nothing.</summary>
    private static async Task<List<(Category Category, int Permille)>> LearnAsync(KernelHarness harness)
    {
        var before = await harness.TakenForAsync(Probes);
        Assert.NotEmpty(await harness.TeachAsync(Lessons));
        var after = await harness.TakenForAsync(Probes);
        Assert.True(before.Zip(after).Count(both => both.First.Category != both.Second.Category) >= 3, "too little was learned to see it go");
        return before;
    }

    private static async Task MustBeAsBeforeAsync(KernelHarness harness, List<(Category Category, int Permille)> before)
    {
        Assert.DoesNotContain(await harness.Process.Get<ILessons>().ListAsync(CancellationToken.None), lesson => lesson is Lesson.Sorted);
        Assert.Equal(before, await harness.TakenForAsync(Probes));
        await harness.RestartAndRebuildAsync();
        Assert.Equal(before, await harness.TakenForAsync(Probes));
    }
}
