using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;

namespace AiOs.Agents.Tests.Billing;

public sealed class ReceivedInvoiceTests
{
    private const string Full = "Invoice INV-88\nNet 100.00 EUR\nVAT 19.00 EUR\nTotal 119.00 EUR\nPayable by 30.11.2026 to DE89 3704 0044 0532 0130 00.";

    private static AgentBrief Brief(string text) => Drafts.Brief(Some.Mail(text, "Our invoice"), Category.InvoiceReceived);

    [Fact]
    public void Draft_FullInvoice_KeepsItAsExternalValuesAndPaysNothing()
    {
        var draft = Brief(Full).Draft();
        var record = draft.Record();

        Assert.Equal(EffectKind.RecordWrite, Assert.Single(draft.Effects).Kind);
        Assert.Equal("invoice", record.Record.Type);
        Assert.Equal(0, record.ExpectedVersion);
        Assert.Equal(
            "amount=119.00 EUR, due=2026-11-30, iban=DE89370400440532013000, number=INV-88, supplier=Anna Weber",
            string.Join(", ", record.Fields.OrderBy(field => field.Key).Select(field => $"{field.Key}={field.Value.Value}")));
        Assert.All(record.Fields.Values, field => Assert.Equal(Provenance.External, field.Provenance));
        Assert.Null(draft.Question);
    }

    [Fact]
    public void Draft_Key_IsStableAndShowsNobody()
    {
        var key = Brief(Full).Draft().Record().Record.Key;

        Assert.Matches("^[0-9a-f]{20}$", key);
        Assert.Equal(key, Brief(Full + "\nReminder").Draft().Record().Record.Key);
        Assert.NotEqual(key, Brief(Full.Replace("INV-88", "INV-89", StringComparison.Ordinal)).Draft().Record().Record.Key);
    }

    [Fact]
    public void Draft_NoAmountOrDue_KeepsTheRestAndAsks()
    {
        var draft = Brief("Invoice INV-88 is attached.").Draft();

        Assert.DoesNotContain("amount", draft.Record().Fields.Keys);
        Assert.Contains("amount", draft.Question, StringComparison.Ordinal);
        Assert.Contains("day by which", draft.Question, StringComparison.Ordinal);
    }

    [Fact]
    public void Draft_TwoAmounts_AsksWhichAndTakesTheAnswer()
    {
        var brief = Brief("Invoice INV-88: 100 EUR or 90 EUR with discount, payable by 30.11.2026");

        Assert.Contains("100.00 EUR, 90.00 EUR", brief.Draft().Question, StringComparison.Ordinal);
        var answered = brief.Answered("90 EUR").Draft();
        Assert.Equal(new RecordField("90.00 EUR", Provenance.Operator), answered.Record().Fields["amount"]);
        Assert.Null(answered.Question);
    }

    [Fact]
    public void Draft_InvoiceKeptAlready_NothingToDo()
    {
        var kept = Brief(Full).Draft().Record();
        var draft = Brief(Full).With(new RecordSnapshot(kept.Record, 1, kept.Fields)).Draft();

        Assert.Empty(draft.Effects);
        Assert.Contains("kept already", draft.Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Category.Payment, "Payment")]
    [InlineData(Category.Receipt, "Receipt")]
    [InlineData(Category.ContentIdea, "Idea")]
    public void Draft_Keep_NotesAmountAndSender(Category category, string label)
    {
        var note = Drafts.Brief(Some.Mail("We paid 300 EUR on 20 November 2026.", "Transfer"), category).Draft().Note();

        Assert.Equal(label + ": Transfer", note.Title);
        Assert.Contains("300.00 EUR", note.Text, StringComparison.Ordinal);
        Assert.Contains("Anna Weber", note.Text, StringComparison.Ordinal);
        Assert.Equal("anna@weber-design.example", Assert.Single(note.People));
    }
}
