using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;

namespace AiOs.Kernel.Tests.Grounding;

/// <summary>Which words of the operator ground a value, and which only look so.</summary>
public sealed class WordsTests
{
    [Theory]
    [InlineData(SensitiveKind.Recipient, Case.Anna, "write to anna@berg.example.")]
    [InlineData(SensitiveKind.Recipient, Case.Anna, "Anna <Anna@Berg.Example>, please")]
    [InlineData(SensitiveKind.Recipient, Case.Anna, "mailto:anna@berg.example")]
    [InlineData(SensitiveKind.Recipient, Case.Anna, "to:\"anna@berg.example\"; bob@x.example")]
    [InlineData(SensitiveKind.Recipient, Case.Anna, "> what he said\nno, to anna@berg.example")]
    [InlineData(SensitiveKind.Recipient, "ANNA@berg.example.", "anna@berg.example")]
    [InlineData(SensitiveKind.Recipient, "anna@xn--bcher-kva.example", "anna@bücher.example")]
    [InlineData(SensitiveKind.Recipient, "anna@bücher.example", "anna@XN--BCHER-KVA.example")]
    [InlineData(SensitiveKind.Recipient, "telegram:12345", "answer telegram:12345, please")]
    [InlineData(SensitiveKind.BankAccount, Case.Iban, "IBAN: AT61 1904 3002 3457 3201.")]
    [InlineData(SensitiveKind.BankAccount, Case.Iban, "to at611904300234573201 please")]
    [InlineData(SensitiveKind.BankAccount, "at61 1904 3002 3457 3201", "AT611904300234573201")]
    [InlineData(SensitiveKind.BankAccount, Case.Iban, "(AT61 1904 3002 3457 3201 BIC OPSKATWW)")]
    [InlineData(SensitiveKind.BankAccount, "GB29NWBK60161331926819", "GB29 NWBK 6016 1331 9268 19")]
    [InlineData(SensitiveKind.BankAccount, "12345678", "account 12345678, as ever")]
    [InlineData(SensitiveKind.Amount, "1200.00 EUR", "pay 1200")]
    [InlineData(SensitiveKind.Amount, "1200.00 EUR", "pay 1200 euros.")]
    [InlineData(SensitiveKind.Amount, "1200.00 EUR", "pay 1.200 EUR")]
    [InlineData(SensitiveKind.Amount, "1200.00 EUR", "pay 1,200.00, no more")]
    [InlineData(SensitiveKind.Amount, "1200.00 EUR", "PAY 1200 EUR")]
    [InlineData(SensitiveKind.Amount, "1200.00 EUR", "PAY 1200")]
    [InlineData(SensitiveKind.Amount, "1200.00 EUR", "1200,- EUR")]
    [InlineData(SensitiveKind.Amount, "1200.00 EUR", "1200EUR or EUR1200")]
    [InlineData(SensitiveKind.Amount, "1200.00 EUR", "24 November 2026, 1200 EUR")]
    [InlineData(SensitiveKind.Amount, "1200.00 EUR", "invoice 1200 EUR")]
    [InlineData(SensitiveKind.Amount, "1200.50 EUR", "1.200,50 EUR")]
    [InlineData(SensitiveKind.Amount, "1200.50 EUR", "(€1,200.50)")]
    [InlineData(SensitiveKind.Amount, "1200.50 EUR", "€ 1200,5")]
    [InlineData(SensitiveKind.Amount, "1200.50 CHF", "CHF 1'200.50")]
    [InlineData(SensitiveKind.Amount, "1200.50 CHF", "1 200.50 Franken")]
    [InlineData(SensitiveKind.Amount, "1200.50 USD", "US$1,200.50")]
    [InlineData(SensitiveKind.Amount, "1200 JPY", "1200 yen")]
    [InlineData(SensitiveKind.Amount, "1200 JPY", "1200")]
    [InlineData(SensitiveKind.Amount, "1.250 KWD", "1.2500 KWD or 0001,250.000 KWD or KWD 1,250.000 or 1.25 KWD")]
    [InlineData(SensitiveKind.Amount, "1234567.89 EUR", "1.234.567,89 €")]
    [InlineData(SensitiveKind.Url, "https://berg.example/pay", "see https://berg.example/pay.")]
    [InlineData(SensitiveKind.Url, "https://berg.example/pay", "(HTTPS://BERG.example:443/pay/)")]
    [InlineData(SensitiveKind.Url, "https://berg.example/pay", "berg.example/pay")]
    [InlineData(SensitiveKind.Url, "https://berg.example", "look at berg.example, please")]
    [InlineData(SensitiveKind.Url, "https://berg.example/", "https://berg.example")]
    [InlineData(SensitiveKind.Url, "http://berg.example/", "http://berg.example:80")]
    [InlineData(SensitiveKind.Url, "https://xn--bcher-kva.example/a?b=C#d", "<https://bücher.example/a?b=C#d>")]
    [InlineData(SensitiveKind.Date, "2026-11-24", "on 2026-11-24.")]
    [InlineData(SensitiveKind.Date, "2026-11-24", "24 November 2026")]
    [InlineData(SensitiveKind.Date, "2026-11-24", "am 24. November 2026, bitte")]
    [InlineData(SensitiveKind.Date, "2026-11-24", "24.11.2026")]
    [InlineData(SensitiveKind.Date, "2026-11-24", "24. 11. 2026")]
    [InlineData(SensitiveKind.Date, "2026-11-24", "24.11.26")]
    [InlineData(SensitiveKind.Date, "2026-11-24", "Nov 24")]
    [InlineData(SensitiveKind.Date, "2026-11-24", "by Nov. 24th, 2026")]
    [InlineData(SensitiveKind.Date, "2026-11-24", "24th of November at 10:00")]
    [InlineData(SensitiveKind.Date, "2026-11-24", "24 November 10:00")]
    [InlineData(SensitiveKind.Date, "2026-11-24", "11/24/2026")]
    [InlineData(SensitiveKind.Date, "2026-11-24", "24/11/2026")]
    [InlineData(SensitiveKind.Date, "2026-03-03", "03/03/2026")]
    [InlineData(SensitiveKind.Date, "2026-04-03", "3.4.2026")]
    [InlineData(SensitiveKind.Date, "2028-02-29", "29 Feb 2028")]
    [InlineData(SensitiveKind.Date, "2026-05-03", "May 3")]
    [InlineData(SensitiveKind.Date, "2026-11-24T14:00:00+01:00", "at 2026-11-24T14:00:00+01:00.")]
    public void Words_ThatHoldTheValue_Ground(SensitiveKind kind, string value, string words) =>
        Assert.Equal(Provenance.Operator, Case.InWords(kind, value, words));

    [Theory]
    [MemberData(nameof(Tricks.Rows), MemberType = typeof(Tricks))]
    public void Words_ThatOnlyLookLikeTheValue_DoNotGround(SensitiveKind kind, string value, string words) =>
        Assert.NotEqual(Provenance.Operator, Case.InWords(kind, value, words));

    /// <summary>The control: a search for the text falls for most of the tricks, so the table above says something.</summary>
    [Fact]
    public void Tricks_ForASearchOfTheText_AreMany() => Assert.True(Tricks.Naive.Count >= 45, $"only {Tricks.Naive.Count} of {Tricks.Rows.Count}");

    /// <summary>The control: the same value without the trick grounds, so it is the trick that stops it.</summary>
    [Theory]
    [InlineData(SensitiveKind.Recipient, Case.Anna)]
    [InlineData(SensitiveKind.Recipient, "anna@bücher.example")]
    [InlineData(SensitiveKind.Recipient, "karl@kerg.example")]
    [InlineData(SensitiveKind.BankAccount, Case.Iban)]
    [InlineData(SensitiveKind.BankAccount, "12345678")]
    [InlineData(SensitiveKind.Amount, "1200.00 EUR")]
    [InlineData(SensitiveKind.Amount, "2026.00 EUR")]
    [InlineData(SensitiveKind.Amount, "1.20 EUR")]
    [InlineData(SensitiveKind.Url, "https://berg.example/pay")]
    [InlineData(SensitiveKind.Url, "https://berg.example")]
    [InlineData(SensitiveKind.Date, "2026-04-03")]
    [InlineData(SensitiveKind.Date, "2026-11-24T14:00:00+01:00")]
    public void Words_WithTheValueAsItIs_Ground(SensitiveKind kind, string value) =>
        Assert.Equal(Provenance.Operator, Case.InWords(kind, value, "it is " + value + ", yes"));
}
