using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Records;
using AiOs.Testing;
using AiOs.Testing.Kernel;

namespace AiOs.Scenarios.Memory;

/// <summary>A fact that is needed and missing is asked for once; the answer is a field of a Record, and nobody asks again.</summary>
public sealed class MissingFactTests
{
    private static readonly RecordId Playbook = new("playbook", "main");
    private static readonly Mailbox Ben = new("Ben Ort", "ben@ort.example");
    private static readonly Mailbox Cleo = new("Cleo Tal", "cleo@tal.example");

    [Fact]
    public async Task Rate_AnsweredOnce_IsKeptAndNeverAskedAgain()
    {
        await using var harness = await Learner.StartAsync();
        var first = await harness.ReceivedAsync(Price(Some.Anna));
        Assert.Contains("What is your rate", first.Question, StringComparison.Ordinal);

        var answered = await harness.AnswerAsync(first.Id, "85 EUR per hour");

        Assert.Null(answered.Item!.Question);
        Assert.Contains("My rate: 85 EUR per hour.", answered.Item.Letter(), StringComparison.Ordinal);
        Assert.Equal(new RecordField("85 EUR per hour", Provenance.Operator), await harness.FieldAsync(Playbook, "rate"));
        await harness.RestartAndRebuildAsync();
        var next = await harness.ReceivedAsync(Price(Ben));
        Assert.Null(next.Question);
        Assert.Contains("My rate: 85 EUR per hour.", next.Letter(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rate_MissedByThree_IsAskedOnceAndAllGoOn()
    {
        await using var harness = await Learner.StartAsync();
        var first = await harness.ReceivedAsync(Price(Some.Anna));
        var second = await harness.ReceivedAsync(Price(Ben));
        await harness.RestartAsync();
        var third = await harness.ReceivedAsync(Price(Cleo));

        Assert.NotNull(first.Question);
        Assert.Equal((null, WorkItemState.AwaitingApproval), (second.Question, second.State));
        Assert.Equal((null, WorkItemState.AwaitingApproval), (third.Question, third.State));
        await harness.AnswerAsync(first.Id, "85 EUR per hour");
        await harness.TickAsync(TimeSpan.FromSeconds(5));

        Assert.Contains("My rate: 85 EUR per hour.", (await harness.ViewAsync(second.Id)).Letter(), StringComparison.Ordinal);
        Assert.Contains("My rate: 85 EUR per hour.", (await harness.ViewAsync(third.Id)).Letter(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rate_WhoAskedIsRejected_TheNextOneAsksItself()
    {
        await using var harness = await Learner.StartAsync();
        var first = await harness.ReceivedAsync(Price(Some.Anna));
        var second = await harness.ReceivedAsync(Price(Ben));
        var third = await harness.ReceivedAsync(Price(Cleo));

        await harness.DecideAsync(first.Open(), DecisionKind.Reject);
        await harness.TickAsync(TimeSpan.FromSeconds(5));
        await harness.TickAsync(TimeSpan.FromSeconds(5));

        var asked = new[] { await harness.ViewAsync(second.Id), await harness.ViewAsync(third.Id) };
        Assert.Single(asked, item => item.Question is not null);
    }

    [Fact]
    public async Task Answer_ThatIsNoRate_IsForThisCaseAlone()
    {
        await using var harness = await Learner.StartAsync();
        var first = await harness.ReceivedAsync(Price(Some.Anna));

        var answered = await harness.AnswerAsync(first.Id, "add: I have no time this year.");

        Assert.Contains("I have no time this year.", answered.Item!.Letter(), StringComparison.Ordinal);
        Assert.Null(await harness.FieldAsync(Playbook, "rate"));
    }

    [Fact]
    public async Task Fact_Restated_IsListedAndTakenBack()
    {
        await using var harness = await Learner.StartAsync();
        await harness.WriteAsync(Playbook, "rate", "85 EUR per hour", Provenance.External, "me@example.com");
        var item = await harness.ReceivedAsync(Price(Some.Anna));
        await harness.AnswerAsync(item.Id, "95 EUR per hour");

        var listed = await harness.OnlyCorrectionAsync();
        Assert.Equal("rate of playbook/main was 85 EUR per hour and is 95 EUR per hour.", listed.Sentence);
        await harness.TakeBackAsync();

        Assert.Equal(new RecordField("85 EUR per hour", Provenance.External), await harness.FieldAsync(Playbook, "rate"));
        await harness.RestartAndRebuildAsync();
        Assert.Empty(await harness.Corrections().ListAsync(CancellationToken.None));
        await harness.DecideAsync((await harness.ViewAsync(item.Id)).Open(), DecisionKind.Reject);
        Assert.Contains("What is your rate", (await harness.ReceivedAsync(Price(Ben))).Question, StringComparison.Ordinal);
    }

    private static InboundMessage Price(Mailbox from) =>
        Learner.Mail("Hello, we plan a new website for our practice. What does an hour of your work cost at present?", "Price of an hour", from);
}
