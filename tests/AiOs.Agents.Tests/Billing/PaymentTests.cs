using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;

namespace AiOs.Agents.Tests.Billing;

public sealed class PaymentTests
{
    private static readonly RecordSnapshot Berg = Drafts.Known("client/berg", 3, ("name", "Berg GmbH"), ("email", "office@berg.example"));

    private static readonly RecordSnapshot Weber = Drafts.Known("client/weber", 1, ("name", "Weber Design"));

    private static readonly RecordSnapshot[] All = [Berg, Weber, Open("2026-017", "client/berg", "1200.00 EUR"), Open("2026-018", "client/berg", "300.00 EUR"), Open("2026-019", "client/weber", "300.00 EUR")];

    [Theory]
    [InlineData("Payment received from Berg, 1,200 EUR, ref 2026-017")]
    [InlineData("Payment received from Berg, 1,200 EUR")]
    [InlineData("Zahlungseingang: 1.200,00 EUR, Rechnung 2026-017")]
    public void Draft_EverythingAgrees_MarksItPaid(string typed)
    {
        var draft = Typed(typed).Draft();

        Assert.Equal("invoice/2026-017", draft.Record().Record.ToString());
        Assert.Equal(4, draft.Record().ExpectedVersion);
        Assert.Equal("1200.00 EUR", draft.Record().Fields["paid-amount"].Value);
        Assert.Equal("paid", draft.Record().Fields["state"].Value);
        Assert.Equal("2026-11-23", draft.Record().Fields["paid"].Value);
        Assert.Contains(draft.Reasons, reason => reason.StartsWith("2026-017 over 1200.00 EUR (invoice/2026-017, version 4) fits by ", StringComparison.Ordinal));
        Assert.Null(draft.Question);
    }

    [Fact]
    public void Draft_DayThatIsSaid_IsTheDayOfPayment() =>
        Assert.Equal(new RecordField("2026-11-20", Provenance.Operator), Typed("Payment received from Berg on 20 November 2026, 1,200 EUR, ref 2026-017").Draft().Record().Fields["paid"]);

    [Theory]
    [InlineData("Payment received from Berg, 800 EUR, ref 2026-017", "so 400.00 EUR are left")]
    [InlineData("Payment received from Berg, 1,500 EUR, ref 2026-017", "which is 300.00 EUR too much")]
    public void Draft_PartOrTooMuch_IsOneQuestion(string typed, string difference)
    {
        var brief = Typed(typed);
        var draft = brief.Draft();

        Assert.Empty(draft.Effects);
        Assert.Contains(difference, draft.Question, StringComparison.Ordinal);
        Assert.Equal("paid", brief.Answered("yes").Draft().Record().Fields["state"].Value);
        Assert.Equal(EffectKind.NoteKeep, Assert.Single(brief.Answered("no").Draft().Effects).Kind);
    }

    [Theory]
    [InlineData("Payment received, 300 EUR", "2026-018 over 300.00 EUR (invoice/2026-018, version 4) or 2026-019 over 300.00 EUR (invoice/2026-019, version 4)")]
    [InlineData("Payment received from Berg, 77 EUR", "2026-017 over 1200.00 EUR (invoice/2026-017, version 4) or 2026-018")]
    [InlineData("Payment received, 1,200 EUR", "Is it for 2026-017")]
    public void Draft_NoNumberAndNoExactFit_AsksWithTheCandidates(string typed, string candidates)
    {
        var draft = Typed(typed).Draft();

        Assert.Empty(draft.Effects);
        Assert.Contains(candidates, draft.Question, StringComparison.Ordinal);
    }

    [Fact]
    public void Draft_CandidateChosen_IsTakenUp()
    {
        var answered = Typed("Payment received, 300 EUR").Answered("2026-019").Draft();

        Assert.Equal("invoice/2026-019", answered.Record().Record.ToString());
    }

    [Fact]
    public void Draft_OtherCurrency_IsNoMatch() => Assert.Empty(Typed("Payment received from Berg, 1,200 USD, ref 2026-017").Draft().Effects);

    [Fact]
    public void Draft_PaidAlready_SaysSoAndDoesNothing()
    {
        var draft = Drafts.Typed("Payment received from Berg, 1,200 EUR, ref 2026-017").With(Berg, Drafts.Known("invoice/2026-017", 5, ("number", "2026-017"), ("client", "client/berg"), ("amount", "1200.00 EUR"), ("paid", "2026-11-20"))).Draft();

        Assert.Empty(draft.Effects);
        Assert.Null(draft.Question);
    }

    [Fact]
    public void Draft_NoticeOfTheBank_IsTheBanksWord()
    {
        var draft = Drafts.Brief(Some.Mail("Incoming transfer of 1,200.00 EUR from Berg GmbH, reference 2026-017.", "Incoming transfer", "info@bank.example", "Bank"), Category.Payment).With(All).Draft();

        Assert.Equal(new RecordField("paid", Provenance.External), draft.Record().Fields["state"]);
        Assert.Equal(Provenance.External, draft.Record().Fields["paid-amount"].Provenance);
    }

    [Fact]
    public void Draft_OthersInvoiceOfTheSameAmount_IsNoCandidate()
    {
        var theirs = Drafts.Known("invoice/abc", 1, ("number", "2026-017"), ("supplier", "Strom AG"), ("amount", "1200.00 EUR"), ("client", "client/berg"));

        Assert.Empty(Drafts.Typed("Payment received from Berg, 1,200 EUR, ref 2026-017").With(Berg, theirs).Draft().Effects);
    }

    private static RecordSnapshot Open(string number, string client, string amount) =>
        Drafts.Known("invoice/" + number, 4, ("number", number), ("client", client), ("amount", amount), ("due", "2026-11-20"));

    private static AgentBrief Typed(string text)
    {
        var brief = Drafts.Typed(text).With(All);
        Assert.Equal(AgentName.Billing, brief.Intent.For);
        return brief;
    }
}
