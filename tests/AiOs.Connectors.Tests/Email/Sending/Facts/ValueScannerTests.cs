using AiOs.Connectors.Email.Sending.Facts;
using AiOs.Contracts.Effects;

namespace AiOs.Connectors.Tests.Email.Sending.Facts;

public sealed class ValueScannerTests
{
    [Theory]
    [InlineData("see https://Pay.Example.com/Inv?a=B#C.", "https://pay.example.com/Inv?a=B#C")]
    [InlineData("(www.Studio.example)", "www.studio.example")]
    [InlineData("go to Evil-Bank.com, now", "evil-bank.com")]
    [InlineData("bit.ly/3xY", "bit.ly/3xY")]
    [InlineData("hxxps://bad.example/x", "hxxps://bad.example/x")]
    [InlineData("javascript:alert(1)", "javascript:alert(1")]
    [InlineData("MAILTO:Pay@evil.example?subject=x", "mailto:pay@evil.example?subject=x")]
    [InlineData("http://user:pw@host.example:8080/", "http://user:pw@host.example:8080/")]
    [InlineData("http://1.2.3.4/x", "http://1.2.3.4/x")]
    [InlineData("https://ev\u200bil.exa\u202emple/", "https://evil.example/")]
    [InlineData("ｅｖｉｌ．ｃｏｍ/pay", "evil.com/pay")]
    [InlineData("https://münchen.de/a", "https://münchen.de/a")]
    public void Scan_Link_IsFoundWithItsHostInLowerCase(string text, string link) => Assert.Equal([(SensitiveKind.Url, link)], Found(text));

    [Theory]
    [InlineData("pay to DE89 3704 0044 0532 0130 00 please", "DE89370400440532013000")]
    [InlineData("IBAN:DE89370400440532013000.", "DE89370400440532013000")]
    [InlineData("gb82 west 1234 5698 7654 32", "GB82WEST12345698765432")]
    [InlineData("NO93 8601 1117 947", "NO9386011117947")]
    [InlineData("MT84MALT011000012345MTLCAST001S", "MT84MALT011000012345MTLCAST001S")]
    [InlineData("DE89-3704-0044-0532-0130-00", "DE89370400440532013000")]
    [InlineData("DE89\u00a03704\u20090044 0532\u200b 0130 00", "DE89370400440532013000")]
    [InlineData("ＤＥ８９ 3704 0044 0532 0130 00", "DE89370400440532013000")]
    public void Scan_RightAccount_IsFoundWithoutBlanks(string text, string account) => Assert.Equal([(SensitiveKind.BankAccount, account)], Found(text));

    [Theory]
    [InlineData("DE89 3704 0044 0532 0130 01")]
    [InlineData("order XX1234567890123456")]
    [InlineData("ADE89370400440532013000")]
    public void Scan_WrongCheckDigits_AreNoAccount(string text) => Assert.DoesNotContain(Found(text), found => found.Kind == SensitiveKind.BankAccount);

    [Theory]
    [InlineData("1.200,50 €", "1200.50 EUR")]
    [InlineData("EUR 1,200.50", "1200.50 EUR")]
    [InlineData("€1'200", "1200.00 EUR")]
    [InlineData("12 500 euros", "12500.00 EUR")]
    [InlineData("1.200 EUR", "1200.00 EUR")]
    [InlineData("$5", "5.00 USD")]
    [InlineData("US$ 5,000", "5000.00 USD")]
    [InlineData("A$20", "20.00 AUD")]
    [InlineData("CHF 1'200.-", "1200.00 CHF")]
    [InlineData("1200,-- EUR", "1200.00 EUR")]
    [InlineData("-45 EUR", "-45.00 EUR")]
    [InlineData("¥5000", "5000 JPY")]
    [InlineData("1.5k EUR", "1500.00 EUR")]
    [InlineData("2 million pounds", "2000000.00 GBP")]
    [InlineData("Total: 1.200,50", "1200.50 XXX")]
    [InlineData("total amount of 99.00", "99.00 XXX")]
    [InlineData("４５ €", "45.00 EUR")]
    [InlineData("4\u200b5 €", "45.00 EUR")]
    [InlineData("5000 bucks", "5000.00 USD")]
    public void Scan_Amount_IsFoundInOneForm(string text, string amount) => Assert.Equal([(SensitiveKind.Amount, amount)], Found(text));

    [Theory]
    [InlineData("on 2026-11-24.", "2026-11-24")]
    [InlineData("am 24.11.2026", "2026-11-24")]
    [InlineData("bis 24. 11. 26", "2026-11-24")]
    [InlineData("24 November 2026", "2026-11-24")]
    [InlineData("24th of Nov, 2026", "2026-11-24")]
    [InlineData("Nov 24th, 2026", "2026-11-24")]
    [InlineData("3. März 2026", "2026-03-03")]
    [InlineData("24 de noviembre de 2026", "2026-11-24")]
    [InlineData("11/24/2026", "2026-11-24")]
    [InlineData("24/11/2026", "2026-11-24")]
    [InlineData("by 24 November", "--11-24")]
    [InlineData("am 24.11. um zehn", "--11-24")]
    [InlineData("February 29", "--02-29")]
    public void Scan_Day_IsFoundAsADay(string text, string day) => Assert.Equal([(SensitiveKind.Date, day)], Found(text));

    [Fact]
    public void Scan_DayThatReadsTwoWays_IsFoundAsBoth() =>
        Assert.Equal([(SensitiveKind.Date, "2026-04-03"), (SensitiveKind.Date, "2026-03-04")], Found("03/04/2026"));

    [Theory]
    [InlineData("Thank you, I will come back to you.")]
    [InlineData("version 1.2.3, 45 pages, 10:30, phone 030 1234567")]
    [InlineData("write to mira@fair.example, e.g. soon")]
    [InlineData("2026-13-40 and 31.02.2026 and 99.99.")]
    [InlineData("report.pdf and and/or 1.200")]
    public void Scan_HarmlessText_FindsNothing(string text) => Assert.Empty(Found(text));

    [Fact]
    public void Scan_Several_ComeInTheOrderOfTheText() =>
        Assert.Equal(
            [(SensitiveKind.Date, "2026-11-24"), (SensitiveKind.Amount, "50.00 EUR"), (SensitiveKind.BankAccount, "DE89370400440532013000"), (SensitiveKind.Url, "https://a.example/")],
            Found("By 2026-11-24 pay 50 EUR to DE89370400440532013000 or at https://a.example/"));

    private static List<(SensitiveKind Kind, string Value)> Found(string text) => [.. ValueScanner.Scan("text", text).Select(found => (found.Kind, found.Value))];
}
