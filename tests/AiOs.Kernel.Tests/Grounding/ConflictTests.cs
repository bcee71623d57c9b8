using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;

namespace AiOs.Kernel.Tests.Grounding;

public sealed class ConflictTests
{
    private static readonly (string, string, Provenance) Address = ("email", Case.Anna, Provenance.Operator);
    private static readonly (string, string, Provenance) Account = ("iban", Case.Iban, Provenance.Operator);

    [Fact]
    public void Of_MailWithAnotherAccount_SaysBoth() =>
        Assert.Equal(
            [$"client/berg says {Case.Iban}, the mail says {Case.OtherIban}."],
            ConflictsOf(new Case { Message = Case.Mail("Our new account: AT48 3200 0000 1234 5864"), Records = [Case.Client(Address, Account)] }, SensitiveKind.BankAccount, Case.OtherIban));

    [Theory]
    [InlineData("your words say", true)]
    [InlineData("the draft says", false)]
    public void Of_OtherAccountFromElsewhere_SaysWhoSaysIt(string speaker, bool said)
    {
        var asked = new Case { Records = [Case.Client(Address, Account)], Words = said ? [Case.OtherIban] : [] };

        Assert.Equal([$"client/berg says {Case.Iban}, {speaker} {Case.OtherIban}."], ConflictsOf(asked, SensitiveKind.BankAccount, Case.OtherIban));
    }

    [Theory]
    [InlineData("due", "2026-11-24", SensitiveKind.Date, "2026-12-24")]
    [InlineData("due-date", "2026-11-24", SensitiveKind.Date, "2026-12-24")]
    [InlineData("total", "100.00 EUR", SensitiveKind.Amount, "1000.00 EUR")]
    [InlineData("website", "https://berg.example", SensitiveKind.Url, "https://berg.evil.example")]
    [InlineData("bankAccount", "12345678", SensitiveKind.BankAccount, "12345679")]
    public void Of_OtherValueOfTheSameKind_IsSaid(string field, string known, SensitiveKind kind, string value) =>
        Assert.Equal(
            [$"client/berg says {known}, the draft says {value}."],
            ConflictsOf(new Case { Records = [Case.Client(Address, (field, known, Provenance.Record))] }, kind, value));

    [Fact]
    public void Of_NewAddressOfAKnownName_IsSaid() =>
        Assert.Equal(
            [$"client/berg says {Case.Anna}, the draft says eve@evil.example."],
            ConflictsOf(new Case { Counterparty = "berg gmbh", Records = [Case.Client(Address, ("name", "Berg GmbH", Provenance.External))] }, SensitiveKind.Recipient, "eve@evil.example"));

    [Fact]
    public void Of_SameOrUnconfirmedOrForeignRecord_SaysNothing()
    {
        var other = Case.Record("client/other", 1, ("email", "x@other.example", Provenance.Operator), Account);

        Assert.Empty(ConflictsOf(new Case { Records = [Case.Client(Address, Account)] }, SensitiveKind.BankAccount, "at61 1904 3002 3457 3201"));
        Assert.Empty(ConflictsOf(new Case { Records = [Case.Client(Address, Account with { Item3 = Provenance.External })] }, SensitiveKind.BankAccount, Case.OtherIban));
        Assert.Empty(ConflictsOf(new Case { Records = [other] }, SensitiveKind.BankAccount, Case.OtherIban));
        Assert.Empty(ConflictsOf(new Case { Records = [Case.Client(Address)] }, SensitiveKind.Recipient, Case.Anna));
        Assert.Empty(ConflictsOf(new Case { Counterparty = null, Records = [Case.Client(Address, Account)] }, SensitiveKind.BankAccount, Case.OtherIban));
    }

    [Fact]
    public void Of_TwoRecordsThatDisagree_SaysSoAndTrustsNeither()
    {
        var vendor = Case.Record("vendor/berg", 1, Address, ("iban", Case.OtherIban, Provenance.Operator));
        var grounds = new Case { Records = [Case.Client(Address, Account), vendor] }.Ground();

        Assert.Equal(CounterpartyClass.New, grounds.Class);
        Assert.Equal([$"{Case.Anna} stands in client/berg and in vendor/berg.", $"client/berg says {Case.Iban}, vendor/berg says {Case.OtherIban}."], grounds.Conflicts);
    }

    private static IReadOnlyList<string> ConflictsOf(Case asked, SensitiveKind kind, string value) => asked.Ground(new SensitiveValue(kind, "it", value)).Conflicts;
}
