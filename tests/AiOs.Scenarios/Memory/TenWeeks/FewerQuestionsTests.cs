using System.Globalization;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Json;
using AiOs.Testing;
using AiOs.Testing.Kernel;

namespace AiOs.Scenarios.Memory.TenWeeks;

/// <summary>
/// Ten weeks of mail with the real kernel and the real Intake, and an operator who answers each question what a mail is and corrects each mail that was taken for
/// something else: both become fewer week by week.
/// </summary>
public sealed class FewerQuestionsTests(ITestOutputHelper output)
{
    private const int Seed = 20261123;

    [Fact]
    public async Task TenWeeksOfMail_EachAnswerLearned_TheQuestionsBecomeFewer()
    {
        await using var harness = await Learner.StartAsync();
        var mails = OwnMails.Of(Seed);
        var asked = new int[OwnMails.Weeks];
        var corrected = new int[OwnMails.Weeks];
        for (var number = 0; number < mails.Count; number++)
        {
            var (mail, category) = mails[number];
            var week = number / OwnMails.Each;
            var item = await harness.ReceivedAsync(mail);
            if (!item.Intent!.Sure)
            {
                asked[week]++;
                Assert.True((await harness.AnswerAsync(item.Id, KebabEnumConverter<Category>.ToText(category).Replace('-', ' '))).Accepted);
            }
            else if (item.Intent.Category != category)
            {
                corrected[week]++;
                Assert.True((await harness.Corrections().CorrectAsync(item.Id, category, ChannelName.Web, Some.Operator, CancellationToken.None)).Accepted);
            }

            if (number % OwnMails.Each == OwnMails.Each - 1)
            {
                harness.Time.Advance(TimeSpan.FromDays(7));
                await harness.RestartAsync();
            }
        }

        output.WriteLine($"seed {Seed}; {OwnMails.Each} mails a week\nweek,questions,corrections");
        for (var week = 0; week < OwnMails.Weeks; week++)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{week + 1},{asked[week]},{corrected[week]}"));
        }

        var (first, last) = (asked[..3].Sum(), asked[^3..].Sum());
        Assert.True(first >= 15, $"only {first} questions in the first three weeks: too easy to show anything");
        Assert.True(last * 3 <= first, $"{first} questions in the first three weeks, still {last} in the last three");
        Assert.True(asked[3..7].Sum() * 3 < first * 4, "no fewer in the middle than at the start");
        Assert.True(corrected[^3..].Sum() <= 0.1 * 3 * OwnMails.Each, $"{corrected[^3..].Sum()} taken for something else in the last three weeks");
    }

    [Fact]
    public async Task EveryCorrectedMail_AgainAfterARestart_IsRight()
    {
        await using var harness = await Learner.StartAsync();
        var taught = new List<(string Text, string Subject, Contracts.Messages.Mailbox From, Category Category)>();
        foreach (var (mail, category) in OwnMails.Of(Seed + 1).Take(OwnMails.Each))
        {
            var item = await harness.ReceivedAsync(mail);
            if (item.Intent!.Category != category)
            {
                Assert.True((await harness.Corrections().CorrectAsync(item.Id, category, ChannelName.Web, Some.Operator, CancellationToken.None)).Accepted);
                taught.Add((mail.Content.Text, mail.Content.Subject!, mail.Content.Sender!, category));
            }
        }

        Assert.NotEmpty(taught);
        await MustBeRightAsync(harness, taught);
        await harness.RestartAndRebuildAsync();
        await MustBeRightAsync(harness, taught);
    }

    private static async Task MustBeRightAsync(KernelHarness harness, List<(string Text, string Subject, Contracts.Messages.Mailbox From, Category Category)> taught)
    {
        foreach (var (text, subject, from, category) in taught)
        {
            var item = await harness.ReceivedAsync(Learner.Mail(text, subject, from));
            Assert.Equal((category, true), (item.Intent!.Category, item.Intent.Sure));
        }
    }
}
