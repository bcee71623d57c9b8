using System.Text;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Forgetting;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal.Chain;
using AiOs.Testing;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.Forgetting;

/// <summary>Threat "personal data": erased is key destroyed, and everything else goes on, whatever state a work item was in.</summary>
public sealed class ForgetTests
{
    private const string Secret = "Zimtschnecke";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Stages => ["answer", "waiting", "done", "rejected", "doubt", "unknown", "failed", "changed"];

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task Forget_InTheMiddleOfAnyState_LeavesEverythingElseWorking(string stage)
    {
        await using var harness = new KernelHarness { Mail = new() { OutcomeClass = stage == "doubt" ? OutcomeClass.Queryable : OutcomeClass.Neither } };
        await harness.OpenAsync();
        var item = await BringAsync(harness, stage);
        var other = await harness.ReceivedAsync(Somebody(50));
        var budget = await harness.Process.Get<IControls>().BudgetAsync(Token);

        var done = await ForgetAsync(harness);

        Assert.True(done.Found, done.Sentence);
        Assert.Null(await harness.Store.FindKeyAsync(StreamId.Of(item), Token));
        await MustWorkAsync(harness, item, stage);
        Assert.Equal(budget.Caps, (await harness.Process.Get<IControls>().BudgetAsync(Token)).Caps);
        await harness.CrashAsync();
        await MustWorkAsync(harness, item, stage);
        Assert.Contains(Secret, (await harness.ViewAsync(other.Id)).Message!.Text, StringComparison.Ordinal);
        await harness.TickAsync(TimeSpan.FromDays(30));
        await harness.TickAsync(TimeSpan.FromDays(30));
        await MustWorkAsync(harness, item, stage);
    }

    [Fact]
    public async Task Forget_KilledAtEveryBoundary_IsCompletedByTheNextStart()
    {
        var kills = 0;
        for (var boundary = 1; ; boundary++)
        {
            await using var harness = await KernelHarness.StartAsync(boundary);
            var item = await BringAsync(harness, "waiting");
            var crossed = harness.Process.Boundary.Crossed.Count;
            await harness.Process.DisposeAsync();
            await harness.OpenAsync(boundary);
            if (!await CrashesAsync(harness))
            {
                Assert.NotEqual(0, crossed);
                break;
            }

            kills++;
            await harness.OpenAsync();
            var begun = Count<PersonForgotten>(harness);
            if (begun == 0)
            {
                Assert.NotNull((await harness.ViewAsync(item)).Message);
                continue;
            }

            Assert.Equal((1, 1, 1), (begun, Count<ForgettingCompleted>(harness), Count<WorkItemForgotten>(harness)));
            Assert.Null(await harness.Store.FindKeyAsync(StreamId.Of(item), Token));
            Assert.Empty(harness.Blobs.All);
            await MustWorkAsync(harness, item, "waiting");
        }

        Assert.True(kills >= 10, $"only {kills} kills");
    }

    [Fact]
    public async Task Forget_StreamsThatOnlyNameHerInTheirWords_AreFoundAndOthersStay()
    {
        await using var harness = await KernelHarness.StartAsync();
        harness.Agent.Write = _ => Some.Proposal(Some.Email("Thank you.", "bert@other.example"));
        var named = await harness.ReceivedAsync(Somebody(1, "Please ask anna@berg.example about it."));
        var alike = await harness.ReceivedAsync(Somebody(2, "Please ask johanna@berg.example about it."));
        var look = await harness.Process.Get<IForget>().LookAsync(Some.Anna.Address, Token);
        var commits = harness.Store.Commits().Count;

        Assert.Equal((1, 1), (look.WorkItems, look.Unlinked));
        Assert.Equal(commits, harness.Store.Commits().Count);
        await ForgetAsync(harness);
        Assert.Null((await harness.ViewAsync(named.Id)).Message);
        Assert.NotNull((await harness.ViewAsync(alike.Id)).Message);
    }

    [Fact]
    public async Task Forget_ARecord_TakesAllItsAddressesAndItsNotes()
    {
        await using var harness = await KernelHarness.StartAsync();
        harness.Agent.Write = brief => Some.Proposal(Some.Note(Secret), Some.Client("Köln", expected: brief.Facts.Count));
        await harness.ReceivedAsync(Some.Mail(1));

        var look = await harness.Process.Get<IForget>().LookAsync("client/berg", Token);
        var done = await harness.Process.Get<IForget>().ForgetAsync("client/berg", ChannelName.Web, Some.Operator, Token);
        var keys = await harness.Store.ReadKeysAsync(null, 100, Token);

        Assert.Equal((1, 1, 1), (look.WorkItems, look.Records, look.Others));
        Assert.True(done.Found);
        Assert.Empty(keys);
        Assert.Empty(await harness.Store.FindLinkedAsync(harness.Process.Get<Kernel.Journal.Sealing.Vault>().PersonHash(Some.Anna.Address), string.Empty, 10, Token));
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("client/none")]
    [InlineData("policy/main")]
    [InlineData("me@studio.example")]
    public async Task Forget_NobodyOrTheOperator_IsRefused(string who)
    {
        await using var harness = new KernelHarness { Settings = new WorkspaceSettings { Id = new WorkspaceId("w1"), TimeZone = TimeZoneInfo.Utc, Currency = "EUR", OperatorAddresses = ["me@studio.example"] } };
        await harness.OpenAsync();
        await harness.ReceivedAsync(Some.Mail(1));

        var outcome = await harness.Process.Get<IForget>().ForgetAsync(who, ChannelName.Web, Some.Operator, Token);

        Assert.False(outcome.Found);
        Assert.Equal(0, Count<PersonForgotten>(harness));
    }

    [Fact]
    public async Task Command_ForgetInChat_WantsTheNumberTyped()
    {
        await using var harness = await KernelHarness.StartAsync();
        var item = await harness.ReceivedAsync(Some.Mail(1));
        var commands = harness.Process.Get<ICommands>();

        var shown = await commands.RunAsync("/forget anna@berg.example", ChannelName.Web, Some.Operator, Token);
        var wrong = await commands.RunAsync("/forget anna@berg.example 7", ChannelName.Web, Some.Operator, Token);
        var before = (await harness.ViewAsync(item.Id)).Message;
        var done = await commands.RunAsync("/forget anna@berg.example 1", ChannelName.Web, Some.Operator, Token);

        Assert.Contains("type: /forget anna@berg.example 1", shown.Title, StringComparison.Ordinal);
        Assert.False(wrong.Done);
        Assert.NotNull(before);
        Assert.True(done.Done, done.Title);
        Assert.Null((await harness.ViewAsync(item.Id)).Message);
    }

    private static Task<ForgetOutcome> ForgetAsync(KernelHarness harness) =>
        harness.Process.Get<IForget>().ForgetAsync("Anna@Berg.example", ChannelName.Web, Some.Operator, Token);

    private static async Task<bool> CrashesAsync(KernelHarness harness)
    {
        try
        {
            await ForgetAsync(harness).WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Token);
            return false;
        }
        catch (CrashException)
        {
            return true;
        }
    }

    private static async Task<WorkItemId> BringAsync(KernelHarness harness, string stage)
    {
        harness.Agent.Write = brief => stage == "answer"
            ? Some.Proposal(Some.Email($"{Secret} costs [?price].")) with { Question = $"What does {Secret} cost?" }
            : Some.Proposal(Some.Email($"Thank you for {Secret}."));
        harness.Mail.Answer = (_, _, _) => Task.FromResult<EffectResult?>(stage switch
        {
            "doubt" or "unknown" => new EffectResult.Unknown($"{Secret} may have left."),
            "failed" => new EffectResult.Failed($"{Secret} did not leave.", MayRetry: false),
            _ => null,
        });
        var item = await harness.ReceivedAsync(Some.Mail(1, $"What does {Secret} cost?", Secret, Secret, new InboundFile("a.txt", "text/plain", Encoding.UTF8.GetBytes(Secret))));
        if (stage is not ("answer" or "waiting"))
        {
            await harness.DecideAsync(item.Approvals[^1], stage switch { "rejected" => DecisionKind.Reject, "changed" => DecisionKind.Change, _ => DecisionKind.Approve }, Secret);
        }

        harness.Agent.Write = _ => Some.Proposal(Some.Email("Thank you.", "bert@other.example"));
        return item.Id;
    }

    private static InboundMessage Somebody(int number, string text = $"About {Secret}") =>
        Some.Mail(number, text) with { Content = new MessageContent { Origin = ContentOrigin.DirectMail, Sender = new Mailbox(null, "bert@other.example"), Subject = "x", Text = text } };

    private static int Count<T>(KernelHarness harness) =>
        harness.Store.Commits().SelectMany(commit => CommitReader.Read(commit, key: null).Events).OfType<T>().Count();

    /// <summary>Everything that shows, counts or walks work items still does, and nothing of her is left in it.</summary>
    private static async Task MustWorkAsync(KernelHarness harness, WorkItemId id, string stage)
    {
        var view = await harness.ViewAsync(id);
        Assert.Null(view.Message);
        Assert.Equal("Forgotten", view.Card.Title);
        Assert.Equal(stage switch { "done" => WorkItemState.Done, "rejected" => WorkItemState.Rejected, "failed" => WorkItemState.Failed, "unknown" => WorkItemState.OutcomeUnknown, "doubt" => view.State, _ => WorkItemState.Forgotten }, view.State);
        Assert.DoesNotContain(view.Approvals, approval => approval.State == "open");
        var said = string.Join(' ', (await harness.Desk.TimelineAsync(id, Token)).Select(entry => entry.Title + entry.Detail)) + view.Why.Title + string.Join(' ', view.Effects.Select(effect => effect.ToString()));
        Assert.DoesNotContain(Secret, said, StringComparison.Ordinal);
        Assert.Contains(await harness.Desk.RecentAsync(50, null, openOnly: false, Token), one => one.Id == id);
        Assert.NotEmpty((await harness.Desk.CostsAsync(Token)).WorkItems);
        var policy = await harness.Process.Get<IControls>().PolicyAsync(Token);
        Assert.True((await harness.Process.Get<IControls>().TryPolicyAsync(policy.Text, 30, Token)).Accepted);
        Assert.True((await harness.Desk.VerifyAsync(Token)).Ok);
        Assert.True((await harness.Process.Workspace.RebuildAsync(Token)).Same, "rebuilt is not live");
        await MustExportAsync(harness);
    }

    private static async Task MustExportAsync(KernelHarness harness)
    {
        var folder = Directory.CreateTempSubdirectory("aios-forget-").FullName;
        await harness.Process.Workspace.ExportAsync(folder, plain: false, Token);
        var report = await Workspace.VerifyExportAsync(folder, Token);
        Directory.Delete(folder, recursive: true);
        Assert.True(report.Ok, report.Sentence);
    }
}
