using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;
using AiOs.Testing;
using AiOs.Testing.Kernel;

namespace AiOs.Scenarios.Memory.TenWeeks;

/// <summary>An operator who corrects each mail that was not taken for what it is.</summary>
internal static class Teaching
{
    /// <summary>Takes mails in and corrects those that need it.</summary>
    /// <returns>What was corrected.</returns>
    public static async Task<List<(InboundMessage Mail, Category Category)>> TeachAsync(this KernelHarness harness, IEnumerable<(InboundMessage Mail, Category Category)> mails)
    {
        var taught = new List<(InboundMessage, Category)>();
        foreach (var (mail, category) in mails)
        {
            var item = await harness.ReceivedAsync(mail);
            if (item.Intent!.Category == category)
            {
                continue;
            }

            var said = await harness.Corrections().CorrectAsync(item.Id, category, ChannelName.Web, Some.Operator, CancellationToken.None);
            Assert.True(said.Accepted, said.Sentence);
            taught.Add((mail, category));
        }

        return taught;
    }

    /// <summary>What Intake takes mails for that come from somebody who never wrote before, so that only what was learned of the words counts.</summary>
    public static async Task<List<(Category Category, int Permille)>> TakenForAsync(this KernelHarness harness, IEnumerable<(InboundMessage Mail, Category Category)> mails)
    {
        var taken = new List<(Category, int)>();
        foreach (var (mail, _) in mails)
        {
            var item = await harness.ReceivedAsync(Learner.Mail(mail.Content.Text, mail.Content.Subject!, new Mailbox(null, "nobody@never-wrote.example")));
            taken.Add((item.Intent!.Category, item.Intent.Confidence.Permille));
        }

        return taken;
    }
}
