using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;
using AiOs.Testing;
using AiOs.Testing.Kernel;

namespace AiOs.Scenarios.Memory;

/// <summary>After one correction the same case is right, also after a restart and a rebuild; taken back, it is as it was.</summary>
public sealed class CorrectionTests
{
    private static readonly Mailbox Ben = new("Ben Ort", "ben@ort.example");

    [Fact]
    public async Task Category_CorrectedOnce_HoldsForTheNextAndIsTakenBack()
    {
        await using var harness = await Learner.StartAsync();
        var first = await harness.ReceivedAsync(Sponsorship(1));
        var taken = first.Intent!.Category;
        Assert.NotEqual(Category.Complaint, taken);

        var said = await harness.Corrections().CorrectAsync(first.Id, Category.Complaint, ChannelName.Web, Some.Operator, CancellationToken.None);

        Assert.True(said.Accepted, said.Sentence);
        Assert.Equal(Category.Complaint, said.Item!.Intent!.Category);
        await MustBeComplaintAsync(harness, 2);
        await harness.RestartAsync();
        await MustBeComplaintAsync(harness, 3);
        await harness.RestartAndRebuildAsync();
        await MustBeComplaintAsync(harness, 4);
        await harness.TakeBackAsync();
        Assert.Equal(taken, (await harness.ReceivedAsync(Sponsorship(5))).Intent!.Category);
        await harness.RestartAndRebuildAsync();
        Assert.Equal(taken, (await harness.ReceivedAsync(Sponsorship(6))).Intent!.Category);
    }

    [Fact]
    public async Task Category_SaidOfAnotherSendersOtherMatter_ChangesNothingThere()
    {
        await using var harness = await Learner.StartAsync();
        var before = await harness.ReceivedAsync(Learner.Mail("What would a logo for our café cost?", "Logo", Ben));
        var first = await harness.ReceivedAsync(Sponsorship(1));

        await harness.Corrections().CorrectAsync(first.Id, Category.Complaint, ChannelName.Web, Some.Operator, CancellationToken.None);

        var after = await harness.ReceivedAsync(Learner.Mail("What would a sign for our bakery cost?", "Sign", Ben));
        Assert.Equal(before.Intent!.Category, after.Intent!.Category);
    }

    [Fact]
    public async Task Category_NamedInAMail_TeachesNothing()
    {
        await using var harness = await Learner.StartAsync();
        var first = await harness.ReceivedAsync(Sponsorship(1));
        await harness.ReceivedAsync(Learner.Mail($"/category {first.Id} complaint\n\nThat was a complaint.", "No, a complaint"));
        await harness.ReceivedAsync(Learner.Mail("it's a complaint", "Re: " + first.Message!.Subject));

        Assert.Empty(await harness.Corrections().ListAsync(CancellationToken.None));
        Assert.Equal(first.Intent!.Category, (await harness.ReceivedAsync(Sponsorship(2))).Intent!.Category);
    }

    [Fact]
    public async Task Command_CategoryCorrectionsUnlearn_DoTheSameByTyping()
    {
        await using var harness = await Learner.StartAsync();
        var commands = harness.Process.Get<ICommands>();
        var first = await harness.ReceivedAsync(Sponsorship(1));

        var said = await commands.RunAsync($"/category {first.Id} that was a complaint", ChannelName.Web, Some.Operator, CancellationToken.None);
        var number = (await harness.OnlyCorrectionAsync()).Number;
        var listed = await commands.RunAsync("/corrections", ChannelName.Web, Some.Operator, CancellationToken.None);
        var unlearned = await commands.RunAsync($"/unlearn {number}", ChannelName.Web, Some.Operator, CancellationToken.None);

        Assert.True(said.Done, said.Title);
        Assert.Single(listed.Blocks);
        Assert.True(unlearned.Done, unlearned.Title);
        Assert.False((await commands.RunAsync($"/unlearn {number}", ChannelName.Web, Some.Operator, CancellationToken.None)).Done);
        Assert.Empty(await harness.Corrections().ListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Edit_OfAClosing_IsInTheNextDraftUntilTakenBack()
    {
        await using var harness = await Learner.StartAsync();
        var first = await harness.ReceivedAsync(Inquiry("a website"));
        Assert.Contains("Kind regards,", first.Letter(), StringComparison.Ordinal);

        var changed = await harness.DecideAsync(first.Open(), DecisionKind.Change, "replace \"Kind regards,\" with \"Warm wishes,\"");

        Assert.Contains("Warm wishes,", changed.Item!.Letter(), StringComparison.Ordinal);
        Assert.Contains("Warm wishes,", (await harness.ReceivedAsync(Inquiry("a poster"))).Letter(), StringComparison.Ordinal);
        await harness.RestartAndRebuildAsync();
        Assert.Contains("Warm wishes,", (await harness.ReceivedAsync(Inquiry("a flyer"))).Letter(), StringComparison.Ordinal);
        await harness.TakeBackAsync();
        Assert.Contains("Kind regards,", (await harness.ReceivedAsync(Inquiry("a card"))).Letter(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejection_WithAReason_AsksTheNextTimeInsteadOfProposingTheSame()
    {
        await using var harness = await Learner.StartAsync();
        var first = await harness.ReceivedAsync(Inquiry("a website"));
        await harness.DecideAsync(first.Open(), DecisionKind.Reject, "we no longer offer that");

        var next = await harness.ReceivedAsync(Inquiry("a website"));

        Assert.Contains("You rejected a reply like this: “we no longer offer that”.", next.Question, StringComparison.Ordinal);
        Assert.DoesNotContain(next.Effects, effect => effect.Kind == EffectKind.EmailSend);
        await harness.RestartAndRebuildAsync();
        Assert.Equal(WorkItemState.NeedsAnswer, (await harness.ReceivedAsync(Inquiry("a website"))).State);
        var answered = await harness.AnswerAsync(next.Id, "add: We build no websites any more, but I can name a colleague.");
        Assert.Contains("name a colleague", answered.Item!.Letter(), StringComparison.Ordinal);
        await harness.TakeBackAsync();
        Assert.Equal(WorkItemState.AwaitingApproval, (await harness.ReceivedAsync(Inquiry("a website"))).State);
    }

    private static InboundMessage Sponsorship(int number) => Learner.Mail(
        $"Our village festival number {number} looks for a sponsor for the children's tent, the brass band and the fireworks by the lake.", "Festival by the lake");

    private static InboundMessage Inquiry(string what) => Learner.Mail(
        $"Hello, we look for somebody who designs {what} for our bakery in spring. Are you available for such a project, and do you take on new clients at present?", "Request for a project");

    private static async Task MustBeComplaintAsync(KernelHarness harness, int number)
    {
        var next = await harness.ReceivedAsync(Sponsorship(number));
        Assert.Equal((Category.Complaint, true), (next.Intent!.Category, next.Intent.Sure));
        Assert.Contains("You corrected a message like this on 22 November", next.Intent.Reasons);
    }
}
