using AiOs.Agents.Intake;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;

namespace AiOs.Agents.Tests.Intake;

/// <summary>What stands in an attached file is read as what the mail says itself, and after it.</summary>
public sealed class AttachedWordsTests
{
    private static readonly Attachment Invoice = new("invoice.pdf", "application/pdf", 9000, Blob: null)
    {
        Text = "Invoice 2026-117\nNet 1,000.00 EUR\nAmount due: 1,190.00 EUR\nDue date: 15 April 2026\nIBAN: DE89 3704 0044 0532 0130 00",
    };

    [Fact]
    public void Read_InvoiceInAFile_GivesAmountDayAndIban()
    {
        var reading = Fields.Read(Some.Mail("Please find our bill attached.") with { Attachments = [Invoice] });

        Assert.Equal("1000.00 EUR; 1190.00 EUR", reading.All(FieldName.Amount));
        Assert.Contains("2026-04-15", reading.All(FieldName.Deadline, FieldName.Date), StringComparison.Ordinal);
        Assert.Equal("DE89370400440532013000", reading.All(FieldName.Iban));
    }

    [Fact]
    public void Read_MailThatSaysAnAmountItself_ComesFirst() =>
        Assert.Equal("50.00 EUR; 1000.00 EUR; 1190.00 EUR", Fields.Read(Some.Mail("Pay 50 EUR now.") with { Attachments = [Invoice] }).All(FieldName.Amount));

    [Fact]
    public void Read_FileWithoutWords_ChangesNothing() =>
        Assert.Equal(string.Empty, Fields.Read(Some.Mail("Hello.") with { Attachments = [Invoice with { Text = null }] }).All(FieldName.Amount, FieldName.Iban));

    [Fact]
    public void Understand_InvoiceOnlyInTheFile_IsTakenForOne()
    {
        var mail = Some.Mail("See attached.") with { Subject = "Document", Attachments = [Invoice] };
        var intent = new IntakeAgent().Understand(Some.Case(mail));
        Assert.Equal(Category.InvoiceReceived, intent.Category);
    }
}
