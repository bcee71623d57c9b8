using AiOs.Contracts;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Records;
using AiOs.Contracts.Records.Owners;
using AiOs.Testing.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace AiOs.Kernel.Tests.Records;

/// <summary>What a system owns is said by that system, or by the operator's own words. An agent's claim is not enough.</summary>
public sealed class OwnershipTests
{
    private const string Iban = "AT611904300234573201";
    private static readonly RecordId Berg = Desk.Client("berg");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Provenance.External)]
    [InlineData(Provenance.Model)]
    public async Task Write_OwnedFieldFromElsewhere_IsAGapWithOneSentence(Provenance from)
    {
        await using var desk = await Desk.OpenAsync();
        var item = await desk.MailAsync(Desk.Draft(Desk.Arguments(Berg, 0, ("vat", new RecordField("ATU12345678", from)))));

        Assert.Equal(WorkItemState.NeedsAnswer, item.State);
        Assert.Contains("only you can say what stands in vat of a client", item.Question, StringComparison.Ordinal);
        Assert.Null(await desk.Records.FindAsync(Berg, Token));
    }

    /// <summary>The agent says that it comes from the operator, and it does not: refused, whatever the policy says.</summary>
    [Theory]
    [InlineData(Provenance.Operator)]
    [InlineData(Provenance.Record)]
    public async Task Write_FalseClaim_IsRefused(Provenance claimed)
    {
        await using var desk = await Desk.OpenAsync();
        var item = await desk.MailAsync(Desk.Draft(Desk.Arguments(Berg, 0, ("vat", new RecordField("ATU12345678", claimed)))));

        Assert.Equal(WorkItemState.Rejected, item.State);
        Assert.Null(await desk.Records.FindAsync(Berg, Token));
    }

    [Theory]
    [InlineData("vat", "ATU12345678", "The VAT number of Berg is ATU12345678.")]
    [InlineData("iban", Iban, "their account: AT61 1904 3002 3457 3201")]
    public async Task Write_OperatorsOwnWordsHoldIt_IsKept(string field, string value, string words)
    {
        await using var desk = await Desk.OpenAsync();
        var item = await desk.TypedAsync(words, Desk.Draft(Desk.Arguments(Berg, 0, (field, Desk.Said(value)))));

        Assert.Equal(WorkItemState.Done, item.State);
        Assert.Equal($"{field}={value}", await desk.TextAsync(Berg));
    }

    [Fact]
    public async Task Write_OperatorsWordsHoldALongerOne_IsRefused()
    {
        await using var desk = await Desk.OpenAsync();
        var item = await desk.TypedAsync("The VAT number of Berg is ATU123456789.", Desk.Draft(Desk.Arguments(Berg, 0, ("vat", Desk.Said("ATU12345678")))));

        Assert.Equal(WorkItemState.Rejected, item.State);
    }

    /// <summary>What another Record says of the same field may be copied, but only the operator can say that it is so here.</summary>
    [Fact]
    public async Task Write_CopiedFromAnotherRecord_Asks()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.GiveAsync(Desk.Arguments(Berg, 0, ("vat", Desk.Said("ATU12345678"))));
        var item = await desk.TypedAsync("like client/berg", Desk.Draft(Desk.Arguments(Desk.Client("twin"), 0, ("vat", new RecordField("ATU12345678", Provenance.Record)))));

        Assert.Equal(WorkItemState.AwaitingApproval, item.State);
        Assert.Equal(WorkItemState.Done, (await desk.ApproveAsync(item)).State);
    }

    [Fact]
    public async Task Undo_OfAnOwnedField_IsTheKernelsToPropose()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.GiveAsync(Desk.Arguments(Berg, 0, ("vat", Desk.Said("ATU12345678"))));
        var changed = await desk.TypedAsync("No, ATU87654321.", Desk.Draft(Desk.Arguments(Berg, 1, ("vat", Desk.Said("ATU87654321")))));
        var undo = (await desk.Harness.Desk.UndoAsync(changed.Id, ChannelName.Web, Testing.Some.Operator, Token)).Item!;
        undo = undo.State is WorkItemState.AwaitingApproval ? await desk.ApproveAsync(undo) : undo;

        Assert.Equal(WorkItemState.Undone, undo.State);
        Assert.Equal("vat=ATU12345678", await desk.TextAsync(Berg));
    }

    [Fact]
    public async Task Write_FieldOfAConnector_IsAGapThatNamesIt()
    {
        var harness = new KernelHarness { Instead = services => services.AddSingleton(new FieldOwnership("invoice", "paid", FieldOwner.Connector("bank"))) };
        await harness.OpenAsync();
        await using var desk = new Desk(harness);
        var item = await desk.MailAsync(Desk.Draft(Desk.Arguments(new RecordId("invoice", "1"), 0, ("paid", Desk.Found("2026-11-20")))));

        Assert.Equal(WorkItemState.NeedsAnswer, item.State);
        Assert.Contains("only the connector bank can say what stands in paid of a invoice", item.Question, StringComparison.Ordinal);
    }

    [Fact]
    public void Map_TwoSystemsThatClaimOneField_IsRefused()
    {
        var bank = new FieldOwnership("invoice", "paid", FieldOwner.Connector("bank"));

        Assert.Contains("both claim", Assert.Throws<AiOsException>(() => new AuthorityMap([bank, bank with { Owner = FieldOwner.Connector("ledger") }])).Message, StringComparison.Ordinal);
        Assert.Equal(bank.Owner, new AuthorityMap([bank, bank]).OwnerOf("invoice", "paid"));
        Assert.Equal(FieldOwner.Agent, new AuthorityMap([]).OwnerOf("invoice", "paid"));
        Assert.Equal(FieldOwner.Operator, new AuthorityMap([bank]).OwnerOf("client", "iban"));
    }
}
