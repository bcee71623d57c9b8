using AiOs.Contracts.Cards;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Testing;

namespace AiOs.Kernel.Tests.Records;

/// <summary>What the operator reads of their Records by slash commands.</summary>
public sealed class RecordPagesTests
{
    private static readonly RecordId Berg = Desk.Client("berg");

    [Fact]
    public async Task Clients_TwoThatMayBeTheSame_AreListedAndAskedAbout()
    {
        await using var desk = await Desk.OpenAsync();
        Assert.Equal("There is no client yet.", (await SayAsync(desk, "/clients")).Title);
        await desk.GiveAsync(Desk.Arguments(Berg, 0, ("name", Desk.Said("Berg GmbH")), ("email", Desk.Said("anna@berg.example"))));
        await desk.GiveAsync(Desk.Arguments(Desk.Client("twin"), 0, ("name", Desk.Said("Berg")), ("addresses", Desk.Said("info@berg.example\nanna@berg.example"))));
        var reply = await SayAsync(desk, "/clients");

        Assert.Equal("2 clients", reply.Title);
        Assert.Equal(["Berg GmbH: anna@berg.example, client/berg", "Berg: info@berg.example, anna@berg.example, client/twin"], Rows(reply));
        Assert.Equal(
            "client/berg and client/twin may be the same: both have the address anna@berg.example. If they are, say “merge client/twin into client/berg”.",
            Assert.Single(reply.Blocks.OfType<CardBlock.Hint>()).Value);
    }

    [Fact]
    public async Task Invoices_Several_AreOrderedByTheDayTheyAreDueThosePaidLast()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.GiveAsync(Desk.Arguments(new RecordId("invoice", "a"), 0, ("supplier", Desk.Said("Tal")), ("amount", Desk.Said("100.00 EUR")), ("due", Desk.Said("2026-11-01")), ("paid", Desk.Said("2026-10-30"))));
        await desk.GiveAsync(Desk.Arguments(new RecordId("invoice", "b"), 0, ("supplier", Desk.Said("Berg")), ("number", Desk.Said("INV-9")), ("amount", Desk.Said("119.00 EUR")), ("due", Desk.Said("2026-12-01"))));
        await desk.GiveAsync(Desk.Arguments(new RecordId("invoice", "c"), 0, ("amount", Desk.Said("9.00 EUR")), ("due", Desk.Said("2026-11-30"))));
        var reply = await SayAsync(desk, "/invoices");

        Assert.Equal("3 invoices, 2 not paid", reply.Title);
        Assert.Equal(["invoice/c: 9.00 EUR, due 2026-11-30, invoice/c", "Berg: INV-9, 119.00 EUR, due 2026-12-01, invoice/b", "Tal: 100.00 EUR, paid on 2026-10-30, invoice/a"], Rows(reply));
    }

    [Fact]
    public async Task Record_AsItHoldsAsItHeldAndItsHistory_AreShown()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.GiveAsync(Desk.Arguments(Berg, 0, ("name", Desk.Said("Berg")), ("city", Desk.Said("Köln"))));
        desk.Harness.Time.Advance(TimeSpan.FromDays(3));
        await desk.GiveAsync(Desk.Arguments(Berg, 1, ("city", Desk.Said("Bonn"))) with { Reason = "She moved." });

        Assert.Equal(["city: Bonn (from you)", "name: Berg (from you)"], Rows(await SayAsync(desk, "/record client/berg")));
        var then = await SayAsync(desk, "/record client/berg --at 2026-11-23");
        Assert.Equal("client/berg, version 2, as it held on 2026-11-23", then.Title);
        Assert.Equal(["city: Köln (from you)", "name: Berg (from you)"], Rows(then));
        Assert.Equal("There was no Record client/berg on 2026-11-21.", (await SayAsync(desk, "/record client/berg --at 2026-11-21")).Title);
        var history = Rows(await SayAsync(desk, "/record client/berg history"));
        Assert.Contains(history, row => row.StartsWith("city: Köln (from you), from 2026-11-22 13:19 until 2026-11-25 13:19, version 1 (effect ", StringComparison.Ordinal));
        Assert.Contains(history, row => row.StartsWith("city: Bonn (from you), from 2026-11-25 13:19 until now, version 2: She moved. (effect ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Record_Negotiation_ShowsItsLedgerInOrder()
    {
        await using var desk = await Desk.OpenAsync();
        var deal = new RecordId("negotiation", "1");
        const string First = "offer | 2026-11-22 | operator | 1200.00 EUR | two weeks";
        const string Second = "won | 2026-11-23 | client/berg |  | they liked it";
        await desk.GiveAsync(Desk.Arguments(deal, 0, ("client", Desk.Said("client/berg")), ("entry-1", Desk.Said(First)), ("entry-2", Desk.Said(Second))));

        Assert.Equal(["client: client/berg (from you)", "entry 1: " + First, "entry 2: " + Second, "last offer: " + First, "stands: won"], Rows(await SayAsync(desk, "/record negotiation/1")));
    }

    [Fact]
    public async Task Record_Merged_LeadsToTheOneThatStayed()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.GiveAsync(Desk.Arguments(Berg, 0, ("name", Desk.Said("Berg"))));
        await desk.GiveAsync(Desk.Arguments(Desk.Client("twin"), 0, ("name", Desk.Said("Anna"))));
        await desk.ApproveAsync(await desk.MailAsync(Desk.Merge(Desk.Client("twin"), 1, Berg)));
        var reply = await SayAsync(desk, "/record client/twin history");

        Assert.Equal("client/berg, version 1 (client/twin was merged into it)", reply.Title);
        Assert.Contains(Rows(reply), row => row.StartsWith("version 2: 2026-11-22 13:19: merged into client/berg", StringComparison.Ordinal));
        Assert.Equal("1 client", (await SayAsync(desk, "/clients")).Title);
    }

    [Theory]
    [InlineData("/record", "Say it as")]
    [InlineData("/record berg", "Say it as")]
    [InlineData("/record client/nobody", "There is no Record client/nobody")]
    [InlineData("/record client/nobody --at yesterday", "is no day")]
    public async Task Record_WhatCannotBeShown_SaysWhatToType(string typed, string said)
    {
        await using var desk = await Desk.OpenAsync();
        var reply = await SayAsync(desk, typed);

        Assert.False(reply.Done);
        Assert.Contains(said, reply.Title, StringComparison.Ordinal);
    }

    private static Task<CommandReply> SayAsync(Desk desk, string command) =>
        desk.Harness.Process.Get<ICommands>().RunAsync(command, ChannelName.Web, Some.Operator, TestContext.Current.CancellationToken);

    private static IEnumerable<string> Rows(CommandReply reply) => reply.Blocks.OfType<CardBlock.Facts>().SelectMany(facts => facts.Rows).Select(row => $"{row.Name}: {row.Value}");
}
