using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Testing;

namespace AiOs.Kernel.Tests.Records;

/// <summary>Records are read as they hold now, as they held, and by everybody they are about.</summary>
public sealed class RecordsTests
{
    private static readonly RecordId Berg = Desk.Client("berg");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("invoice/1", "due", "tomorrow", "the due date is not a date")]
    [InlineData("invoice/1", "amount", "1.200,50 €", "the amount is not an amount with its currency")]
    [InlineData("invoice/1", "client", "vendor/x", "the client is not the id of a client")]
    [InlineData("client/x", "addresses", "a@x.example\nnobody", "one of the further mail addresses is not a mail address")]
    [InlineData("client/x", "email", "nobody", "the mail address is not a mail address")]
    [InlineData("negotiation/1", "entry-1", "they offered a lot", "the entry-1 is not an entry of a ledger")]
    public async Task Write_KnownFieldInAWrongForm_IsAGapAndNeverStored(string record, string field, string value, string gap)
    {
        await using var desk = await Desk.OpenAsync();
        Assert.True(RecordId.TryParse(record, out var id));
        var item = await desk.MailAsync(Desk.Draft(Desk.Arguments(id, 0, (field, Desk.Found(value)), ("free", Desk.Found("anything")))));

        Assert.Equal(WorkItemState.NeedsAnswer, item.State);
        Assert.Contains(gap, item.Question, StringComparison.Ordinal);
        Assert.Null(await desk.Records.FindAsync(id, Token));
    }

    [Fact]
    public async Task Write_FreeFieldsAndTypes_AreKeptAsTheyAre()
    {
        await using var desk = await Desk.OpenAsync();
        var item = await desk.MailAsync(Desk.Draft(Desk.Arguments(Berg, 0, ("mood", Desk.Found("good")))), Desk.Draft(Desk.Arguments(new RecordId("boat", "1"), 0, ("due", Desk.Found("soon")))));

        Assert.Equal(WorkItemState.Done, item.State);
        Assert.Equal("mood=good", await desk.TextAsync(Berg));
        Assert.Equal("due=soon", await desk.TextAsync(new RecordId("boat", "1")));
    }

    /// <summary>Compare-and-set: of a hundred writers on one version one wins, and none of the others is written over it.</summary>
    [Fact]
    public async Task Write_AHundredWritersOnOneVersion_OneWinsEachVersion()
    {
        await using var desk = await Desk.OpenAsync();
        var next = 0;
        for (var version = 0L; version < 3; version++)
        {
            var expected = version;
            desk.Harness.Agent.Write = _ => Some.Proposal(Desk.Draft(Desk.Arguments(Berg, expected, ("writer", Desk.Found(Interlocked.Increment(ref next).ToString(System.Globalization.CultureInfo.InvariantCulture))))));
            var first = (int)version * 100;
            var items = await Task.WhenAll(Enumerable.Range(first, 100).Select(number => Task.Run(() => desk.Harness.ReceivedAsync(Some.Mail(number)))));

            Assert.Equal((1, 99), (items.Count(item => item.State is WorkItemState.Done), items.Count(item => item.State is WorkItemState.Failed)));
        }

        var history = await desk.Records.HistoryAsync(Berg, Token);
        Assert.Equal([1L, 2L, 3L], history.Select(change => change.Version));
        Assert.Equal(3, history.Select(change => change.Effect).Distinct().Count());
        Assert.True(next >= 300);
    }

    [Fact]
    public async Task AboutAsync_AnyAddressOrName_FindsTheOneClient()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.GiveAsync(Desk.Arguments(Berg, 0, ("name", Desk.Said("Berg & Söhne GmbH")), ("email", Desk.Said("anna@berg.example"))));
        await desk.GiveAsync(Desk.Arguments(Berg, 1, ("addresses", Desk.Said("buero@berg.example\nanna.berg@home.example")), ("aliases", Desk.Said("Bergs\nFamilie Berg"))));

        foreach (var who in new[] { "anna@berg.example", "BUERO@berg.example", "anna.berg@home.example", "berg söhne", "Berg & Söhne", "familie  berg", "Bergs" })
        {
            Assert.Equal(Berg, Assert.Single(await desk.Records.AboutAsync(who, Token)).Id);
        }

        Assert.Empty(await desk.Records.AboutAsync("bob@berg.example", Token));
        Assert.Empty(await desk.Records.AboutAsync("Tal", Token));
    }

    /// <summary>A mail from a further address is a mail from that client.</summary>
    [Fact]
    public async Task Receive_MailFromAFurtherAddress_KnowsTheClient()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.GiveAsync(Desk.Arguments(Berg, 0, ("name", Desk.Said("Berg")), ("addresses", Desk.Said("old@berg.example\n" + Some.Anna.Address))));
        desk.Harness.Agent.Write = Some.Reply;
        await desk.Harness.ReceivedAsync(Some.Mail(50));

        Assert.Equal(Berg, Assert.Single(desk.Harness.Agent.Briefs[^1].Facts).Id);
    }

    [Fact]
    public async Task AsOf_CorrectedFact_SupersedesAndNeverOverwrites()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.GiveAsync(Desk.Arguments(Berg, 0, ("city", Desk.Said("Köln"))));
        desk.Harness.Time.Advance(TimeSpan.FromDays(10));
        await desk.GiveAsync(Desk.Arguments(Berg, 1, ("city", Desk.Said("Bonn"))) with { ValidFrom = Some.Moment.AddDays(4), Reason = "She moved on Thursday." });
        var at = new List<string>();
        foreach (var day in new[] { -1, 0, 3, 4, 10 })
        {
            at.Add(await desk.Records.AsOfAsync(Berg, Some.Moment.AddDays(day), Token) is { } then ? Told.TextOf(then.Fields) : "nothing");
        }

        var history = await desk.Records.HistoryAsync(Berg, Token);

        Assert.Equal(["nothing", "city=Köln", "city=Köln", "city=Bonn", "city=Bonn"], at);
        Assert.Equal(["Köln", "Bonn"], history.Select(change => change.Fields["city"].Value));
        Assert.Equal((Some.Moment.AddDays(10), Some.Moment.AddDays(4), "She moved on Thursday."), (history[1].At, history[1].ValidFrom, history[1].Reason));
        await desk.Harness.RestartAsync();
        Assert.Equal(history.Select(change => change.Reason), (await desk.Records.HistoryAsync(Berg, Token)).Select(change => change.Reason));
    }

    /// <summary>What held for a while no longer grounds anything when its time is over.</summary>
    [Fact]
    public async Task Find_ValueWhoseTimeIsOver_IsNotInIt()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.GiveAsync(Desk.Arguments(Berg, 0, ("city", Desk.Said("Köln"))));
        await desk.GiveAsync(Desk.Arguments(Berg, 1, ("rate", Desk.Said("900.00 EUR"))) with { ValidTo = Some.Moment.AddDays(5) });
        await desk.GiveAsync(Desk.Arguments(Berg, 2, ("city", Desk.Said("Rom"))) with { ValidFrom = Some.Moment.AddDays(5) });

        Assert.Equal("city=Köln, rate=900.00 EUR", await desk.TextAsync(Berg));
        desk.Harness.Time.Advance(TimeSpan.FromDays(5));
        Assert.Equal("city=Rom", await desk.TextAsync(Berg));
    }

    /// <summary>A card relied on a value; its time ran out while the card waited, so the card is void and asked again.</summary>
    [Fact]
    public async Task Decide_ValueRanOutMeanwhile_VoidsTheCard()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.GiveAsync(Desk.Arguments(Berg, 0, ("rate", Desk.Said("900.00 EUR"))) with { ValidTo = Some.Moment.AddHours(2), People = [Some.Anna.Address] });
        desk.Harness.Agent.Write = brief => Some.Proposal(Some.Email("A week costs 900.00 EUR.")) with { Evidence = [new Contracts.Proposals.Evidence("record client/berg", brief.Facts[0].Version, "900.00 EUR", Provenance.Record)] };
        var item = await desk.Harness.ReceivedAsync(Some.Mail(60));
        desk.Harness.Time.Advance(TimeSpan.FromHours(3));
        var tapped = await desk.Harness.DecideAsync(item.Approvals[0], DecisionKind.Approve);

        Assert.False(tapped.Accepted);
        Assert.Equal("rate of client/berg was \"900.00 EUR\" and is gone now.", Assert.Single(tapped.Item!.Approvals[^1].Differences));
        Assert.Empty(desk.Harness.Mail.Calls);
    }

    [Fact]
    public async Task List_MoreThanAPage_GoesOnWhereItStopped()
    {
        await using var desk = await Desk.OpenAsync();
        foreach (var key in new[] { "c", "a", "b", "d" })
        {
            await desk.GiveAsync(Desk.Arguments(Desk.Client(key), 0, ("city", Desk.Said("Köln"))));
        }

        var first = await desk.Records.ListAsync("client", null, 3, Token);
        var second = await desk.Records.ListAsync("client", first.Next, 3, Token);

        Assert.Equal(["a", "b", "c"], first.Records.Select(record => record.Id.Key));
        Assert.Equal(["d"], second.Records.Select(record => record.Id.Key));
        Assert.Null(second.Next);
        Assert.Empty((await desk.Records.ListAsync("invoice", null, 3, Token)).Records);
    }

    [Fact]
    public async Task Undo_OfAFieldWrittenAndTakenAwayAtOnce_PutsBackWhatStoodThere()
    {
        await using var desk = await Desk.OpenAsync();
        var record = Desk.Client("berg");
        await desk.GiveAsync(Desk.Arguments(record, 0, ("city", Desk.Said("Bonn"))));
        var both = await desk.TypedAsync("Wien", Desk.Draft(Desk.Arguments(record, 1, ("city", Desk.Said("Wien"))) with { Removed = ["city"] }));
        Assert.Equal(WorkItemState.Done, both.State);
        var asked = await desk.Harness.Desk.UndoAsync(both.Id, ChannelName.Web, Some.Operator, Token);

        Assert.Equal(WorkItemState.Undone, (asked.Item!.State is WorkItemState.Undone ? asked.Item : await desk.ApproveAsync(asked.Item)).State);
        Assert.Contains("Bonn", await desk.TextAsync(record), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Negotiation_Entries_AreAddedAndNeverRewritten()
    {
        await using var desk = await Desk.OpenAsync();
        var deal = new RecordId("negotiation", "1");
        const string First = "offer | 2026-11-22 | operator | 1200.00 EUR | two weeks";
        await desk.GiveAsync(Desk.Arguments(deal, 0, ("client", Desk.Said("client/berg")), ("entry-1", Desk.Said(First))));
        var added = await desk.MailAsync(Desk.Draft(Desk.Arguments(deal, 1, ("entry-2", Desk.Found("offer | 2026-11-23 | client/berg | 1000.00 EUR | two weeks")))));
        var rewritten = await desk.MailAsync(Desk.Draft(Desk.Arguments(deal, 2, ("entry-1", Desk.Found("offer | 2026-11-22 | operator | 1.00 EUR | two weeks")))));
        var skipped = await desk.MailAsync(Desk.Draft(Desk.Arguments(deal, 2, ("entry-4", Desk.Found("lost | 2026-11-24 | client/berg |  | too dear")))));
        var removed = await desk.MailAsync(Desk.Draft(Desk.Arguments(deal, 2) with { Removed = ["entry-2"] }));
        var undone = await desk.Harness.Desk.UndoAsync(added.Id, ChannelName.Web, Some.Operator, Token);

        Assert.Equal(WorkItemState.Done, added.State);
        Assert.All(new[] { rewritten, skipped, removed }, item => Assert.Equal(WorkItemState.Failed, item.State));
        Assert.NotEqual(WorkItemState.Undone, undone.Item?.State);
        var ledger = Contracts.Records.Negotiations.NegotiationLedger.Of((await desk.Records.FindAsync(deal, Token))!.Fields);
        Assert.Equal((2, First, "1000.00 EUR", "open"), (ledger.Entries.Count, ledger.Entries[0].ToString(), ledger.LastOffer!.Amount!.ToString(), ledger.State));
    }
}
