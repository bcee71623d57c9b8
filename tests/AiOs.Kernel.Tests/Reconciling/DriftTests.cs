using AiOs.Contracts.Approvals;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Records;
using AiOs.Contracts.Schedules;
using AiOs.Testing;

namespace AiOs.Kernel.Tests.Reconciling;

/// <summary>What the outside says differently is asked about once, and repaired with one tap.</summary>
public sealed class DriftTests
{
    private static readonly RecordId Berg = Nightly.Berg;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_FieldDiffers_AsksOnceAndOneTapRepairsIt()
    {
        await using var nightly = await Nightly.StartAsync();
        await nightly.SayAsync(Berg, "city", "Köln");
        nightly.Say("crm", ("c1", Berg, "city", "Bonn"));

        var proof = await nightly.ProvedAsync();
        Assert.Equal(
            "Systems read=1, Records compared=1, Drifts found=1, Drifts open=1, Unknown outcomes looked at=0, Unknown outcomes settled=0",
            string.Join(", ", proof.Select(fact => $"{fact.Key}={fact.Value}")));
        var asked = Assert.Single(await nightly.AskedAsync());
        Assert.Equal((WorkItemState.AwaitingApproval, 1), (asked.State, asked.Approvals[0].Tier));
        Assert.Contains("Keep the client berg as version 2", asked.Effects[0].Preview, StringComparison.Ordinal);
        Assert.Contains(asked.Card.Blocks, block => block is CardBlock.Quote quote && quote.Value == "Write what crm says: city of client/berg is Köln here and Bonn there.");
        Assert.Equal("Köln", await nightly.ValueAsync(Berg, "city"));

        Assert.Equal(WorkItemState.Done, (await nightly.Harness.DecideAsync(asked.Approvals[0], DecisionKind.Approve)).Item!.State);
        var field = (await nightly.Harness.Process.Get<IRecords>().FindAsync(Berg, Token))!.Fields["city"];
        Assert.Equal(new RecordField("Bonn", Provenance.External), field);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Run_EveryNight_AsksAboutTheSameDriftOnce(bool whole)
    {
        await using var nightly = await Nightly.StartAsync(isWhole: whole);
        await nightly.SayAsync(Berg, "city", "Köln");
        nightly.Say("crm", ("c1", Berg, "city", "Bonn"));
        for (var night = 0; night < 3; night++)
        {
            await nightly.RunAsync();
            await nightly.Harness.RestartAsync();
        }

        Assert.Single(await nightly.AskedAsync());
    }

    [Fact]
    public async Task Run_AfterANo_AsksAgainOnlyWhenItChanged()
    {
        await using var nightly = await Nightly.StartAsync(isWhole: true);
        await nightly.SayAsync(Berg, "city", "Köln");
        nightly.Say("crm", ("c1", Berg, "city", "Bonn"));
        await nightly.RunAsync();
        await nightly.Harness.DecideAsync((await nightly.AskedAsync())[0].Approvals[0], DecisionKind.Reject);

        Assert.Equal(("1", "0"), await FoundAndOpenAsync(nightly));
        nightly.Say("crm", ("c2", Berg, "city", "Mainz"));
        Assert.Equal(("1", "1"), await FoundAndOpenAsync(nightly));
        Assert.Equal("Köln", await nightly.ValueAsync(Berg, "city"));
    }

    [Fact]
    public async Task Run_DriftThatWasRepairedAndCameBack_IsAskedAgain()
    {
        await using var nightly = await Nightly.StartAsync(isWhole: true);
        await nightly.SayAsync(Berg, "city", "Köln");
        nightly.Say("crm", ("c1", Berg, "city", "Bonn"));
        await nightly.RunAsync();
        await nightly.Harness.DecideAsync((await nightly.AskedAsync())[0].Approvals[0], DecisionKind.Approve);
        await nightly.SayAsync(Berg, "city", "Köln");

        Assert.Equal(("1", "1"), await FoundAndOpenAsync(nightly));
    }

    [Fact]
    public async Task Approve_RecordThatMovedOnMeanwhile_IsAskedAgainAndNeverWrittenOver()
    {
        await using var nightly = await Nightly.StartAsync(isWhole: true);
        await nightly.SayAsync(Berg, "city", "Köln");
        nightly.Say("crm", ("c1", Berg, "city", "Bonn"));
        await nightly.RunAsync();
        var asked = (await nightly.AskedAsync())[0];
        await nightly.SayAsync(Berg, "city", "Ulm");

        var told = await nightly.Harness.DecideAsync(asked.Approvals[0], DecisionKind.Approve);
        Assert.False(told.Accepted);
        Assert.Contains("city of client/berg was \"Köln\" and is \"Ulm\" now.", told.Sentence, StringComparison.Ordinal);
        await nightly.Harness.DecideAsync((await nightly.Harness.ViewAsync(asked.Id)).Approvals[^1], DecisionKind.Approve);
        Assert.Equal("Ulm", await nightly.ValueAsync(Berg, "city"));
        Assert.Equal(("1", "1"), await FoundAndOpenAsync(nightly));
    }

    [Theory]
    [InlineData("DE89 3704 0044 0532 0130 00", "DE89370400440532013000", "DE89370400440532013000")]
    [InlineData("keep", "keep", "DE02120300000000202051")]
    public async Task Run_FieldThatIsTheOperatorsToSay_TakesTheirWordsAndNoTap(string typed, string usable, string then)
    {
        await using var nightly = await Nightly.StartAsync();
        await nightly.SayAsync(Berg, "iban", "DE02120300000000202051");
        nightly.Say("crm", ("c1", Berg, "iban", "DE89370400440532013000"));
        await nightly.RunAsync();
        var asked = Assert.Single(await nightly.AskedAsync());
        Assert.Equal((WorkItemState.NeedsAnswer, 0), (asked.State, asked.Approvals.Count));
        Assert.Equal(
            "What is right for iban of client/berg: DE02120300000000202051, as it stands here, or DE89370400440532013000, as crm says? Type the value, or \"keep\".",
            asked.Question);

        if (typed != usable)
        {
            Assert.Contains("This cannot stand there", (await nightly.Harness.AnswerAsync(asked.Id, typed)).Item!.Question ?? string.Empty, StringComparison.Ordinal);
        }

        var answered = (await nightly.Harness.AnswerAsync(asked.Id, usable)).Item!;
        if (answered.Approvals is [.., { State: "open" } open])
        {
            answered = (await nightly.Harness.DecideAsync(open, DecisionKind.Approve)).Item!;
        }

        Assert.Equal((WorkItemState.Done, then), (answered.State, await nightly.ValueAsync(Berg, "iban")));
        Assert.Empty(await nightly.AskedAsync());
    }

    [Fact]
    public async Task Run_OwnFieldOfTheSystem_IsTakenWithoutAQuestion()
    {
        await using var nightly = await Nightly.StartAsync();
        await nightly.SayAsync(Berg, "city", "Köln");
        nightly.Say("crm", ("c1", Berg, "segment", "studio"));
        Assert.Equal(("0", "0"), await FoundAndOpenAsync(nightly));
        Assert.Equal("studio", await nightly.ValueAsync(Berg, "segment"));
    }

    [Fact]
    public async Task Run_ManyPages_ReadsThemAllAndGoesOnWhereItStopped()
    {
        await using var nightly = await Nightly.StartAsync(pageSize: 2);
        nightly.Say("crm", [.. Enumerable.Range(0, 7).Select(i => ($"c{i}", new RecordId("client", $"k{i}"), "segment", "studio"))]);
        Assert.Equal("7", (await nightly.ProvedAsync())["Records compared"]);
        Assert.Equal("0", (await nightly.ProvedAsync())["Records compared"]);
        Assert.Equal(5, nightly.Systems[0].Reads);
    }

    [Fact]
    public async Task Run_OneSystemIsAway_NamesItAndReadsTheOthers()
    {
        await using var nightly = await Nightly.StartAsync(names: ["bank", "crm"]);
        await nightly.SayAsync(Berg, "city", "Köln");
        File.Delete(nightly.PathOf("bank"));
        nightly.Say("crm", ("c1", Berg, "city", "Bonn"));

        var failed = Assert.IsType<JobReport.Failed>(await nightly.RunAsync());
        Assert.Equal("bank could not be compared; of the others 1 Records were, and one field found to differ. bank is not there; put its file back.", failed.Sentence);
        Assert.Single(await nightly.AskedAsync());
        nightly.Say("bank");
        Assert.IsType<JobReport.Proved>(await nightly.RunAsync());
    }

    [Fact]
    public async Task Run_AllowingPolicy_StillAsks()
    {
        await using var nightly = await Nightly.StartAsync();
        Assert.True((await nightly.Harness.Process.Get<IControls>().LoadPolicyAsync("version: 1\nrules:\n  - { name: all, when: { category: internal }, then: allow, because: \"So it is in this test.\" }\n", Token)).Accepted);
        await nightly.SayAsync(Berg, "city", "Köln");
        nightly.Say("crm", ("c1", Berg, "city", "Bonn"));
        await nightly.RunAsync();
        Assert.Equal(WorkItemState.AwaitingApproval, Assert.Single(await nightly.AskedAsync()).State);
        Assert.Equal("Köln", await nightly.ValueAsync(Berg, "city"));
    }

    [Fact]
    public async Task Forget_PersonOfADrift_ForgetsItsWorkItemToo()
    {
        await using var nightly = await Nightly.StartAsync();
        await nightly.SayAsync(Berg, "city", "Köln");
        nightly.Say("crm", ("c1", Berg, "city", "Bonn"));
        await nightly.RunAsync();
        var asked = Assert.Single(await nightly.AskedAsync());
        await nightly.Harness.Process.Get<Contracts.Forgetting.IForget>().ForgetAsync("anna@berg.example", ChannelName.Web, Some.Operator, Token);
        Assert.Null((await nightly.Harness.ViewAsync(asked.Id)).Message);
    }

    private static async Task<(string Found, string Open)> FoundAndOpenAsync(Nightly nightly)
    {
        var proof = await nightly.ProvedAsync();
        return (proof["Drifts found"], proof["Drifts open"]);
    }
}
