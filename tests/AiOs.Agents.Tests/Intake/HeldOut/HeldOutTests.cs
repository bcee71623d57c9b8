using AiOs.Agents.Intake;

namespace AiOs.Agents.Tests.Intake.HeldOut;

public sealed class HeldOutTests(ITestOutputHelper output)
{
    [Fact]
    public void Understand_MailsNeverTrainedOn_IsRightOrSaysThatItIsNotSure()
    {
        var intake = new IntakeAgent();
        var (right, sure, sureRight) = (0, 0, 0);
        var mails = HeldOutMails.Read();
        foreach (var (mail, category) in mails)
        {
            var intent = intake.Understand(Some.Case(mail));
            right += intent.Category == category ? 1 : 0;
            sure += intent.Sure ? 1 : 0;
            sureRight += intent.Sure && intent.Category == category ? 1 : 0;
            if (intent.Category != category)
            {
                output.WriteLine($"{category} read as {intent.Category} ({intent.Confidence.Permille}, sure: {intent.Sure}): {mail.Subject}");
            }
        }

        output.WriteLine($"{right} of {mails.Count} right; {sure} sure, {sureRight} of them right");
        Assert.True(mails.Count >= 55);
        Assert.True(right >= 0.85 * mails.Count, $"{right} of {mails.Count} right");
        Assert.True(sureRight >= 0.95 * sure, $"{sureRight} of {sure} sure ones right");
        Assert.True(sure >= 0.5 * mails.Count, $"only {sure} of {mails.Count} sure");
    }
}
