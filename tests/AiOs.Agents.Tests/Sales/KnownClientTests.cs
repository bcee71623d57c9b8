using AiOs.Contracts.Approvals;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Records;

namespace AiOs.Agents.Tests.Sales;

/// <summary>An inquiry or a contract of somebody whom Records know.</summary>
public sealed class KnownClientTests
{
    private static readonly RecordSnapshot Anna = Drafts.Known("client/anna", 3, ("name", "Anna Weber"), ("email", "anna@weber-design.example"), ("rate", "70 EUR per hour"));

    private static readonly RecordSnapshot Own = Drafts.Known("playbook/main", 2, ("rate", "85 EUR per hour"));

    private static readonly MessageContent Asks = Some.Mail("What would a new logo cost? We need it in spring.", "Logo");

    [Fact]
    public void Draft_TheirOwnRate_CountsBeforeTheGeneralOne()
    {
        var draft = Drafts.Brief(Asks, Category.Inquiry).With(Anna, Own).Draft();

        Assert.Contains("70 EUR per hour", draft.Mail().Text, StringComparison.Ordinal);
        Assert.DoesNotContain("85 EUR", draft.Mail().Text, StringComparison.Ordinal);
        Assert.Contains("rate 70 EUR per hour (client/anna, version 3)", draft.Reasons);
    }

    [Fact]
    public void Draft_AnswerWithAPrice_IsKeptInTheLedger()
    {
        var draft = Drafts.Brief(Asks, Category.Inquiry).With(Anna, Own).Draft();

        Assert.Equal("offer | 2026-11-23 | operator |  | Logo; rate 70 EUR per hour", draft.Record().Fields["entry-1"].Value);
        Assert.Equal("client/anna", draft.Record().Fields["client"].Value);
    }

    [Fact]
    public void Draft_VatRate_IsNoPrice() =>
        Assert.DoesNotContain("19", Drafts.Brief(Asks, Category.Inquiry).With(Anna, Drafts.Known("playbook/main", 2, ("vat-rate", "19 %"))).Draft().Mail().Text, StringComparison.Ordinal);

    [Fact]
    public void Draft_LedgerEntryFromOutside_IsNoPriceOfOurs()
    {
        var ledger = new RecordSnapshot(new("negotiation", "anna"), 2, new Dictionary<string, RecordField>
        {
            ["client"] = new("client/anna", Provenance.Operator),
            ["entry-1"] = new("offer | 2026-10-01 | client/anna | 10.00 EUR | as agreed", Provenance.External),
        });
        var draft = Drafts.Brief(Asks, Category.Inquiry).With(Anna, ledger).Draft();

        Assert.DoesNotContain(draft.Reasons, reason => reason.Contains("10.00 EUR", StringComparison.Ordinal));
    }

    [Fact]
    public void Draft_ContractThatDiffers_SaysWhere()
    {
        var contract = Drafts.Known("contract/anna", 4, ("title", "Care"), ("client", "client/anna"), ("amount", "300.00 EUR"));
        var draft = Drafts.Brief(Some.Mail("Attached is the new contract over 250.00 EUR a month. Please sign it.", "Contract"), Category.Contract).With(Anna, contract).Draft();

        Assert.Contains("“Care” says 300.00 EUR (contract/anna, version 4), the message names 250.00 EUR", draft.Reasons);
        Assert.Contains("sign, change or refuse", draft.Question, StringComparison.Ordinal);
    }
}
