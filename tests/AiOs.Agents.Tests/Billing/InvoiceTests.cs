using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;

namespace AiOs.Agents.Tests.Billing;

/// <summary>An invoice that the operator typed: every figure is theirs, a Record's, or worked out of those to the cent.</summary>
public sealed class InvoiceTests
{
    private static readonly RecordSnapshot Berg = Drafts.Known("client/berg", 3, ("name", "Berg GmbH"), ("email", "office@berg.example"), ("rate", "85 EUR per hour"));

    private static readonly RecordSnapshot Own = Drafts.Known("playbook/main", 2, ("payment-terms", "14 days"));

    private static readonly RecordSnapshot Last = Drafts.Known("invoice/2026-016", 2, ("number", "2026-016"), ("client", "client/berg"), ("amount", "500.00 EUR"), ("due", "2026-10-01"), ("period", "September"));

    [Fact]
    public void Draft_HoursAtTheClientsRate_KeepsTheInvoiceAndWritesIt()
    {
        var draft = Typed("invoice client/berg for October, 12 h").Draft();
        var record = draft.Record();

        Assert.Equal("invoice/2026-017", record.Record.ToString());
        Assert.Equal("1020.00 EUR", record.Fields["amount"].Value);
        Assert.Equal("2026-12-07", record.Fields["due"].Value);
        Assert.Equal("October", record.Fields["period"].Value);
        Assert.Equal("client/berg", record.Fields["client"].Value);
        Assert.Equal("office@berg.example", Assert.Single(draft.Mail().To).Address);
        Assert.Equal("Invoice 2026-017", draft.Mail().Subject);
        Assert.Contains("For October: 12 h × 85.00 EUR\nTotal: 1020.00 EUR\n\nPlease pay it by Monday, 7 December 2026.", draft.Mail().Text, StringComparison.Ordinal);
        Assert.Contains("12 h at 85.00 EUR (client/berg, version 3) make 1020.00 EUR", draft.Reasons);
        Assert.Contains("no Record says a VAT rate, so none is added", draft.Reasons);
        Assert.Contains("the number after 2026-016 (invoice/2026-016, version 2)", draft.Reasons);
        Assert.Contains(draft.Evidence, evidence => evidence is { Source: "record client/berg", Version: 3, Quote: "85 EUR per hour" });
        Assert.Null(draft.Question);
    }

    [Fact]
    public void Draft_InGerman_WritesGerman()
    {
        var draft = Typed("Rechnung an client/berg für Oktober, 1,5 Stunden", Berg with { Fields = new Dictionary<string, RecordField>(Berg.Fields) { ["language"] = new("de", Provenance.Operator) } }, Own, Last).Draft();

        Assert.Contains("Für Oktober: 1,5 Stunden × 85.00 EUR\nGesamt: 127.50 EUR", draft.Mail().Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("19 %", "1020.00 EUR", "193.80 EUR", "1213.80 EUR")]
    [InlineData("7", "1020.00 EUR", "71.40 EUR", "1091.40 EUR")]
    [InlineData("8.1%", "1020.00 EUR", "82.62 EUR", "1102.62 EUR")]
    public void Draft_VatThatARecordSays_IsAddedToTheCent(string vat, string net, string tax, string total)
    {
        var contract = Drafts.Known("contract/berg", 4, ("title", "Care"), ("client", "client/berg"), ("vat-rate", vat));
        var draft = Typed("invoice client/berg for October, 12 h", Berg, Own, Last, contract).Draft();
        var record = draft.Record();

        Assert.Equal((net, tax, total), (record.Fields["net"].Value, record.Fields["vat-amount"].Value, record.Fields["amount"].Value));
        Assert.Contains(draft.Reasons, reason => reason.Contains("(contract/berg, version 4)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("0.25 h", "21.39 EUR")]
    [InlineData("3 h", "256.65 EUR")]
    public void Draft_OddPrices_AreRoundedOnce(string work, string total)
    {
        var client = Drafts.Known("client/berg", 3, ("name", "Berg"), ("email", "office@berg.example"), ("rate", "85.55 EUR"));

        Assert.Equal(total, Typed($"invoice client/berg for October, {work}", client, Own, Last).Draft().Record().Fields["amount"].Value);
    }

    [Fact]
    public void Draft_ContractSaysAnotherRate_TheContractCounts()
    {
        var contract = Drafts.Known("contract/berg", 4, ("title", "Care"), ("client", "client/berg"), ("rate", "90.00 EUR per hour"));

        Assert.Equal("1080.00 EUR", Typed("invoice Berg for October, 12 h", Berg, Own, Last, contract).Draft().Record().Fields["amount"].Value);
    }

    [Fact]
    public void Draft_AmountTheOperatorNamed_IsTheirs()
    {
        var record = Typed("invoice client/berg 1,200 EUR for the website").Draft().Record();

        Assert.Equal(new RecordField("1200.00 EUR", Provenance.Operator), record.Fields["amount"]);
        Assert.Equal("the website", record.Fields["period"].Value);
    }

    [Fact]
    public void Draft_NoRateAnywhere_AsksForItAndNamesNoFigure()
    {
        var client = Drafts.Known("client/berg", 3, ("name", "Berg"), ("email", "office@berg.example"));
        var draft = Typed("invoice client/berg for October, 12 h", client, Own, Last).Draft();

        Assert.Empty(draft.Effects);
        Assert.Equal((new RecordId("client", "berg"), "rate", SensitiveKind.Amount), (draft.Missing!.Record, draft.Missing.Field, draft.Missing.Kind));
    }

    [Fact]
    public void Draft_RateThatOnlyAMailSaid_IsNoRate()
    {
        var client = Berg with { Fields = new Dictionary<string, RecordField>(Berg.Fields) { ["rate"] = new("10 EUR per hour", Provenance.External) } };

        Assert.NotNull(Typed("invoice client/berg for October, 12 h", client, Own, Last).Draft().Missing);
    }

    [Fact]
    public void Draft_RateForADayAndHoursOfWork_Asks()
    {
        var client = Drafts.Known("client/berg", 3, ("name", "Berg"), ("email", "office@berg.example"), ("day-rate", "700 EUR"));
        var draft = Typed("invoice client/berg for October, 12 h", client, Own, Last).Draft();

        Assert.Empty(draft.Effects);
        Assert.Contains("700.00 EUR (client/berg, version 3) is for a day", draft.Question, StringComparison.Ordinal);
    }

    [Fact]
    public void Draft_NoTermsAndNoAddress_AreAskedOneAfterTheOther()
    {
        var client = Drafts.Known("client/berg", 3, ("name", "Berg"), ("rate", "85 EUR per hour"));

        Assert.Equal("payment-terms", Typed("invoice client/berg for October, 12 h", Berg, Last).Draft().Missing!.Field);
        Assert.Equal("email", Typed("invoice client/berg for October, 12 h", client, Own, Last).Draft().Missing!.Field);
    }

    [Fact]
    public void Draft_FirstInvoiceOfAll_AsksForItsNumberAndTakesTheAnswer()
    {
        var brief = Typed("invoice client/berg for October, 12 h", Berg, Own);

        Assert.Contains("Which number", brief.Draft().Question, StringComparison.Ordinal);
        Assert.Equal(("invoice/re-2026-1", new RecordField("RE-2026-1", Provenance.Operator)), (brief.Answered("RE-2026-1").Draft().Record().Record.ToString(), brief.Answered("RE-2026-1").Draft().Record().Fields["number"]));
    }

    [Fact]
    public void Draft_NewYear_CountsFromOne()
    {
        var old = Drafts.Known("invoice/2025-116", 2, ("number", "2025-116"), ("client", "client/berg"), ("amount", "500.00 EUR"), ("due", "2025-10-01"));

        Assert.Equal("invoice/2026-001", Typed("invoice client/berg for October, 12 h", Berg, Own, old).Draft().Record().Record.ToString());
    }

    [Fact]
    public void Draft_SamePeriodAgain_AsksBeside()
    {
        var draft = Typed("invoice client/berg for September, 12 h").Draft();

        Assert.Equal(2, draft.Effects.Count);
        Assert.Equal("invoice/2026-016 (version 2) is for September already. Is this one meant as well?", draft.Question);
    }

    [Fact]
    public void Draft_WhoPaidLate_GetsTheTermsForThatAndAReason()
    {
        var own = Drafts.Known("playbook/main", 2, ("payment-terms", "14 days"), ("late-payment-terms", "7 days"));
        var late = Drafts.Known("invoice/2026-016", 5, ("number", "2026-016"), ("client", "client/berg"), ("amount", "500.00 EUR"), ("due", "2026-10-01"), ("paid", "2026-10-13"));
        var draft = Typed("invoice client/berg for October, 12 h", Berg, own, late).Draft();

        Assert.Equal("2026-11-30", draft.Record().Fields["due"].Value);
        Assert.Contains("2026-016 was paid 12 days late (invoice/2026-016, version 5), so the terms are those for who paid late", draft.Reasons);
    }

    [Theory]
    [InlineData("invoice for October, 12 h")]
    [InlineData("invoice Miller for October, 12 h")]
    [InlineData("invoice client/berg")]
    public void Draft_SomethingIsMissing_AsksAndDoesNothing(string typed)
    {
        var draft = Typed(typed).Draft();

        Assert.Empty(draft.Effects);
        Assert.NotNull(draft.Question);
    }

    private static AgentBrief Typed(string text, params RecordSnapshot[] facts) => Drafts.Typed(text).With(facts.Length > 0 ? facts : [Berg, Own, Last]);
}
