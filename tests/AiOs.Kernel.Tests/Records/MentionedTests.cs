using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;
using AiOs.Kernel.Records;
using AiOs.Testing;

namespace AiOs.Kernel.Tests.Records;

/// <summary>What the words of a message refer to is found by exact number, address or whole name, and foreign words open no more than that.</summary>
public sealed class MentionedTests
{
    private static readonly RecordId Berg = Desk.Client("berg");
    private static readonly RecordId Invoice = new("invoice", "4f2a");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("When will invoice no. 88 be paid?", "invoice/4f2a")]
    [InlineData("When will invoice 880 be paid?", "")]
    [InlineData("We are 88 people", "")]
    [InlineData("Greetings from Berg & Söhne in Kassel", "client/berg")]
    [InlineData("I write for Bergs, who built it.", "client/berg")]
    [InlineData("Write to buero@berg.example, please", "client/berg")]
    [InlineData("We saw Bergmann & Söhne", "")]
    [InlineData("the work on Spring Fair goes on", "project/1")]
    [InlineData("bergs are high", "")]
    public async Task MentionedAsync_Text_FindsWhatItNamesExactly(string text, string expected)
    {
        await using var desk = await GivenAsync();

        var found = await Reader(desk).MentionedAsync(Mail(text), Token);

        Assert.Equal(expected, string.Join(' ', found.Select(record => record.Id)));
    }

    [Fact]
    public async Task MentionedAsync_ForeignWords_ShowOnlyWhatARecordIsKnownBy()
    {
        await using var desk = await GivenAsync();

        var found = await Reader(desk).MentionedAsync(Mail("Invoice 88 of Berg & Söhne"), Token);

        Assert.Equal(["addresses", "aliases", "client", "email", "name", "number"], found.SelectMany(record => record.Fields.Keys).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(found.SelectMany(record => record.Fields.Values), field => field.Value.Contains("private", StringComparison.Ordinal) || field.Value.Contains("EUR", StringComparison.Ordinal));
    }

    [Fact]
    public async Task KnownToAsync_ForeignWords_OpenNothing_AndTheOperatorsOwnDo()
    {
        await using var desk = await GivenAsync();
        var mail = Mail("Invoice 88 of Berg & Söhne");

        Assert.Empty(await Reader(desk).KnownToAsync(mail, Authority.External, Token));
        var known = await Reader(desk).KnownToAsync(mail with { Origin = ContentOrigin.Typed }, Authority.Operator, Token);
        Assert.Equal([Invoice, Berg], known.Select(record => record.Id));
    }

    [Fact]
    public void In_ManyNames_AsksForAFew()
    {
        var names = Mentions.In(string.Join(". ", Enumerable.Range(0, 500).Select(number => $"For Anna{(char)('a' + (number % 26))} Berg{number}, invoice {number}, a{number}@berg.example")));

        Assert.True(names.Names.Count <= 16 && names.Numbers.Count <= 6 && names.Addresses.Count <= 6);
    }

    [Fact]
    public async Task Intake_Mail_GetsWhatItsWordsReferTo()
    {
        await using var desk = await GivenAsync();
        IReadOnlyList<RecordSnapshot> known = [];
        desk.Harness.Intake.Seen = read => known = read.Known;

        await desk.Harness.ReceivedAsync(Some.Mail(900) with { Content = Mail("When will invoice no. 88 be paid?") });

        Assert.Equal(Invoice, Assert.Single(known, record => record.Id.Type == "invoice").Id);
    }

    private static async Task<Desk> GivenAsync()
    {
        var desk = await Desk.OpenAsync();
        await GiveAsync(desk, Desk.Arguments(Berg, 0, ("name", Desk.Said("Berg & Söhne GmbH")), ("aliases", Desk.Said("Bergs")), ("email", Desk.Said("anna@berg.example")),
            ("addresses", Desk.Said("buero@berg.example")), ("mood", Desk.Said("private"))));
        await GiveAsync(desk, Desk.Arguments(Invoice, 0, ("number", Desk.Said("88")), ("client", Desk.Said("client/berg")), ("amount", Desk.Said("120.00 EUR")), ("due", Desk.Said("2026-12-01"))));
        await GiveAsync(desk, Desk.Arguments(new RecordId("project", "1"), 0, ("title", Desk.Said("Spring Fair")), ("client", Desk.Said("client/berg"))));
        return desk;
    }

    private static async Task GiveAsync(Desk desk, RecordWriteArguments arguments)
    {
        var item = await desk.TypedAsync(string.Join('\n', arguments.Fields.Values.Select(field => field.Value)), Desk.Draft(arguments));
        item = item.State is WorkItemState.AwaitingApproval ? await desk.ApproveAsync(item) : item;
        Assert.Equal(WorkItemState.Done, item.State);
    }

    private static RecordReader Reader(Desk desk) => (RecordReader)desk.Records;

    private static MessageContent Mail(string text) => new() { Origin = ContentOrigin.DirectMail, Sender = new Mailbox("Zoe", "zoe@else.example"), Text = text };
}
