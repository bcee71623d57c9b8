using System.Globalization;
using AiOs.Agents.Intake;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;
using AiOs.Testing;
using AiOs.Testing.Kernel;

namespace AiOs.Scenarios.Memory.TenWeeks;

/// <summary>
/// Ten weeks of mail with the real kernel and the real Intake, and an operator who answers each question what a mail is and corrects each mail that was taken for
/// something else: both become fewer week by week. The control is the same mail with an operator who says nothing: there they do not.
/// </summary>
public sealed class FewerQuestionsTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(20261123)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task TenWeeksOfMail_EachAnswerLearned_TheQuestionsBecomeFewer(int seed)
    {
        var (asked, wrong) = await LiveAsync(seed, answers: true);
        var (askedInVain, wrongInVain) = await LiveAsync(seed, answers: false);

        output.WriteLine($"seed {seed}; {OwnMails.Each} mails a week\nweek,questions,corrections,questions of one who never learns,mistakes of one who never learns");
        for (var week = 0; week < OwnMails.Weeks; week++)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{week + 1},{asked[week]},{wrong[week]},{askedInVain[week]},{wrongInVain[week]}"));
        }

        var (first, middle, last) = (asked[..3].Sum(), asked[3..7].Sum(), asked[^3..].Sum());
        var inVain = askedInVain[^3..].Sum();
        Assert.True(askedInVain[..3].Sum() >= 30, $"only {askedInVain[..3].Sum()} questions in the first three weeks without learning: too easy to show anything");
        Assert.True(inVain >= 30, $"only {inVain} questions in the last three weeks without learning: the weeks become easier by themselves");
        Assert.True(first >= 10, $"only {first} questions in the first three weeks: too few to become fewer");
        Assert.True(last * 3 <= first, $"{first} questions in the first three weeks, still {last} in the last three");
        Assert.True(middle * 3 < first * 4, $"{first} questions in the first three weeks, {middle} in the four after: no fewer");
        Assert.True(last * 6 <= inVain, $"{last} questions in the last three weeks, {inVain} without learning");
        Assert.True(wrong[^3..].Sum() <= 6, $"{wrong[^3..].Sum()} of {3 * OwnMails.Each} taken for something else in the last three weeks");
    }

    [Fact]
    public async Task EveryCorrectedMail_AgainAfterARestart_IsRight()
    {
        await using var harness = await Learner.StartAsync();
        var taught = await harness.TeachAsync(OwnMails.Of(4).Take(OwnMails.Each));

        Assert.NotEmpty(taught);
        await MustBeRightAsync(harness, taught);
        await harness.RestartAndRebuildAsync();
        await MustBeRightAsync(harness, taught);
    }

    /// <summary>How often it was asked and how often it was wrong, week by week.</summary>
    private static async Task<(int[] Asked, int[] Wrong)> LiveAsync(int seed, bool answers)
    {
        await using var harness = await Learner.StartAsync();
        var (asked, wrong) = (new int[OwnMails.Weeks], new int[OwnMails.Weeks]);
        foreach (var (number, (mail, category)) in OwnMails.Of(seed).Index())
        {
            var week = number / OwnMails.Each;
            var item = await harness.ReceivedAsync(mail);
            asked[week] += item.Intent!.Sure ? 0 : 1;
            wrong[week] += item.Intent.Sure && item.Intent.Category != category ? 1 : 0;
            if (answers && !(item.Intent.Sure && item.Intent.Category == category))
            {
                await SayAsync(harness, item, category);
            }

            if (number % OwnMails.Each == OwnMails.Each - 1)
            {
                harness.Time.Advance(TimeSpan.FromDays(7));
                await harness.RestartAsync();
            }
        }

        return (asked, wrong);
    }

    /// <summary>Answers the question where there is one; a card that is not sure may also have a draft, and then the category is said to the card.</summary>
    private static async Task SayAsync(KernelHarness harness, WorkItemView item, Category category)
    {
        var said = item is { State: WorkItemState.NeedsAnswer, Intent.Sure: false }
            ? await harness.AnswerAsync(item.Id, CategoryWords.Name(category))
            : await harness.Corrections().CorrectAsync(item.Id, category, ChannelName.Web, Some.Operator, CancellationToken.None);
        Assert.True(said.Accepted, said.Sentence);
    }

    private static async Task MustBeRightAsync(KernelHarness harness, List<(InboundMessage Mail, Category Category)> taught)
    {
        foreach (var (mail, category) in taught)
        {
            var item = await harness.ReceivedAsync(Learner.Mail(mail.Content.Text, mail.Content.Subject!, mail.Content.Sender));
            Assert.Equal((category, true), (item.Intent!.Category, item.Intent.Sure));
        }
    }
}
