using AiOs.Contracts.Intake;

namespace AiOs.Agents.Tests.Intake;

public sealed class ValueTests
{
    [Theory]
    [InlineData("IBAN DE89 3704 0044 0532 0130 00, danke", "DE89370400440532013000")]
    [InlineData("GB82WEST12345698765432", "GB82WEST12345698765432")]
    [InlineData("DE89 3704 0044 0532 0130 01", "")]
    [InlineData("DE89 3704", "")]
    [InlineData("CH93 0076 2011 6238 5295 7 Bank", "CH9300762011623852957")]
    public void Read_Iban_OnlyWithRightCheckDigits(string text, string expected) =>
        Assert.Equal(expected, Fields.Read(text).All(FieldName.Iban));

    [Theory]
    [InlineData("Invoice no. 88213 is attached", "88213")]
    [InlineData("Rechnung RE-2026-044 anbei", "RE-2026-044")]
    [InlineData("Rechnungsnummer: 2026/118", "2026/118")]
    [InlineData("see INV-0093", "INV-0093")]
    [InlineData("invoice #1042", "1042")]
    [InlineData("Invoice 2026-118", "2026-118")]
    [InlineData("invoice 300 EUR", "")]
    [InlineData("the invoice for 12 hours", "")]
    [InlineData("the invoice 2026", "")]
    public void Read_InvoiceNumber_IsFound(string text, string expected) =>
        Assert.Equal(expected, Fields.Read(text).All(FieldName.InvoiceNumber));

    [Theory]
    [InlineData("Call me: +49 30 1234567", "+49 30 1234567")]
    [InlineData("Tel. 030 / 123 45 67", "030 / 123 45 67")]
    [InlineData("Mobile: (555) 123-4567", "(555) 123-4567")]
    [InlineData("we need 12345678 pieces", "")]
    public void Read_Phone_IsFound(string text, string expected) =>
        Assert.Equal(expected, Fields.Read(text).All(FieldName.Phone));

    [Fact]
    public void Read_Mails_InsideBracketsAndSentences() =>
        Assert.Equal(
            "anna@weber-design.example; jo@x.example; k.l+m@sub.y.example",
            Fields.Read("Write to jo@x.example. Or <k.l+m@sub.y.example>, not @home or a@b").All(FieldName.Email));

    [Fact]
    public void Read_PeopleAndCompany_FromSignature()
    {
        var reading = Fields.Read("Hello,\n\nplease call.\n\nBest regards,\nTom Baker\nBaker & Sons Ltd\nTel: +44 20 7946 0000");

        Assert.Equal("Anna Weber; Tom Baker", reading.All(FieldName.Person));
        Assert.Equal("Baker & Sons Ltd", reading.All(FieldName.Company));
    }

    [Fact]
    public void Read_Company_FromDomainUnlessProvider()
    {
        Assert.Equal("weber-design.example", Fields.Read("Hi").All(FieldName.Company));
        Assert.Equal(string.Empty, Fields.Read(Some.Mail("Hi", from: "anna@gmail.com")).All(FieldName.Company));
    }

    [Theory]
    [InlineData("Re: Fwd: AW: Logo design", "Hi", "Logo design")]
    [InlineData(null, "Hi Tom,\nwe need a new logo soon. Thanks", "we need a new logo soon")]
    [InlineData("Look https://evil.example/x here\u202E", "Hi", "Look here")]
    public void Read_Subject_IsTheTopic(string? subject, string text, string expected) =>
        Assert.Equal(expected, Fields.Read(Some.Mail(text, subject)).All(FieldName.Topic));

    [Theory]
    [InlineData("@@@@@@")]
    [InlineData("€€€€€ ")]
    [InlineData("1.1.1.1.")]
    [InlineData("DE89 3704 ")]
    [InlineData("Best regards,\n")]
    [InlineData("Monday Monday, ")]
    [InlineData("a@a.")]
    [InlineData("http://")]
    [InlineData("1 000 000 ")]
    [InlineData("+4+4 ")]
    public void Read_HostileRepetition_EndsSoon(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length));
        var started = TimeProvider.System.GetTimestamp();

        _ = Fields.Read(text);

        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(20));
    }
}
