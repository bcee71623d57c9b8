using AiOs.Contracts.Approvals;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Events;
using AiOs.Contracts.Messages;
using AiOs.Testing;
using AiOs.Testing.Chat;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.Chat;

/// <summary>R8: channels deliver again, in any order, across restarts.</summary>
public sealed class RedeliveryTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Deliveries_OneToFiveTimesShuffledAcrossARestart_CountOnce(int seed)
    {
        await using var desk = await ChatDesk.StartAsync();
        var approved = await desk.ShowAsync(await desk.Harness.ReceivedAsync(Some.Mail(1)));
        var rejected = await desk.ShowAsync(await desk.Harness.ReceivedAsync(Some.Mail(2)));
        var changed = await desk.ShowAsync(await desk.Harness.ReceivedAsync(Some.Mail(3)));
        ChatMessage[] messages =
        [
            desk.Message("yes", approved), desk.Message("no, too dear", rejected), desk.Message("Say Monday.", changed), desk.Message("Ask Ben."), desk.Message("Call Carla."),
            desk.Message("/freeze"), desk.Message("/remember Anna likes tea"), desk.Message("yes"),
        ];
        var random = new Random(seed);
        ChatMessage[] deliveries = [.. messages.SelectMany(message => Enumerable.Repeat(message, random.Next(1, 6)))];
        random.Shuffle(deliveries);
        var freeze = Array.FindIndex(deliveries, message => message.Text == "/freeze");
        (deliveries[0], deliveries[freeze]) = (deliveries[freeze], deliveries[0]);
        for (var index = 0; index < deliveries.Length; index++)
        {
            if (index == deliveries.Length / 2)
            {
                await desk.Harness.CrashAsync();
            }

            await desk.HearAsync(deliveries[index]);
        }

        await desk.Harness.Process.Get<IControls>().ResumeAsync(Contracts.Ids.ChannelName.Web, Some.Operator, CancellationToken.None);
        var items = await desk.ItemsAsync();

        Assert.Single(await desk.EventsAsync<ApprovalGranted>());
        Assert.Single(await desk.EventsAsync<ApprovalRejected>());
        Assert.Single(await desk.EventsAsync<ChangeRequested>());
        Assert.Single(await desk.EventsAsync<WorkspaceFrozen>());
        Assert.Equal(["Ask Ben.", "Call Carla."], items.Where(item => item.Authority is Authority.Operator && item.Message!.Text is "Ask Ben." or "Call Carla.").Select(item => item.Message!.Text).Order());
        Assert.Equal(["freeze", "remember"], (await desk.EventsAsync<CommandTaken>()).Select(taken => taken.Name).Order());
        Assert.Single(await desk.EventsAsync<MessageRouted>());
        Assert.Single(desk.Harness.Mail.Done);
        Assert.True(deliveries.Length > messages.Length);
    }

    /// <summary>A kill at every boundary of a message that is held, brought to its question, and delivered again.</summary>
    [Fact]
    public async Task Pending_KilledAnywhere_AnswersOnceAfterTheNextDelivery()
    {
        var crashes = 0;
        for (var at = 1; at < 25; at++)
        {
            await using var desk = await ChatDesk.StartAsync();
            desk.Harness.Agent.Write = brief => brief.OperatorWords.Count == 0 ? Some.Proposal() with { Question = "Which week?" } : Some.Reply(brief);
            var asked = await desk.Harness.ReceivedAsync();
            var message = desk.Message("The first week.");
            crashes += await TryAsync(async () =>
            {
                await desk.Harness.CrashAsync(at);
                await desk.HearAsync(message);
            }) ? 1 : 0;
            await desk.Harness.CrashAsync();
            await desk.HearAsync(message);
            await desk.HearAsync(message);

            Assert.Single(await desk.EventsAsync<QuestionAnswered>());
            Assert.Equal(WorkItemState.AwaitingApproval, (await desk.Harness.ViewAsync(asked.Id)).State);
            Assert.Single(await desk.ItemsAsync());
        }

        Assert.True(crashes > 2, $"only {crashes} crashes happened");
    }

    [Fact]
    public async Task Tap_DeliveredAgain_IsToldAndDoesNothingMore()
    {
        await using var desk = await ChatDesk.StartAsync();
        var approval = (await desk.Harness.ReceivedAsync()).Approvals[0];
        var tap = new CardTap.Decide(DecisionKind.Approve, approval.Id, approval.Digest, approval.Nonce!);
        var first = await desk.TapAsync(tap, key: "callback-1");
        await desk.Harness.CrashAsync();
        var again = await desk.TapAsync(tap, key: "callback-1");
        var another = await desk.TapAsync(tap, key: "callback-2");

        Assert.Equal((true, true, false), (first.Accepted, again.Accepted, another.Accepted));
        Assert.Contains("Approved by 4711 in telegram", another.Sentence, StringComparison.Ordinal);
        Assert.Equal("Done", another.Now!.Status);
        Assert.Single(desk.Harness.Mail.Calls);
    }

    private static async Task<bool> TryAsync(Func<Task> act)
    {
        try
        {
            await act();
            return false;
        }
        catch (CrashException)
        {
            return true;
        }
    }
}
