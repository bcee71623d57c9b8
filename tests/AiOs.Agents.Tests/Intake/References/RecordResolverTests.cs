using AiOs.Agents.Intake;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Records;

namespace AiOs.Agents.Tests.Intake.References;

public sealed class RecordResolverTests
{
    private static readonly RecordSnapshot Berg = Record("client/berg", 2, ("name", "Berg GmbH"), ("email", "anna@berg.example"), ("addresses", "buero@berg.example"));
    private static readonly RecordSnapshot Invoice = Record("invoice/4f2a", 3, ("number", "88"), ("client", "client/berg"));
    private static readonly IntakeAgent Agent = new();

    [Fact]
    public void Understand_InvoiceByNumber_NamesRecordAndVersion()
    {
        var intent = Read("When will invoice no. 88 be paid?", Berg, Invoice);

        Assert.Equal(Invoice.Id, Field(intent, FieldName.InvoiceNumber).Record);
        Assert.Contains("invoice 88 is invoice/4f2a of client/berg, version 3", intent.Reasons);
    }

    [Theory]
    [InlineData("Please write to buero@berg.example.", FieldName.Email, "buero@berg.example")]
    [InlineData("Please write to ANNA@berg.example.", FieldName.Email, "ANNA@berg.example")]
    [InlineData("We are the successor of Berg Ltd and sell doors.", FieldName.Company, "Berg Ltd")]
    public void Understand_ClientByAddressOrWholeName_NamesTheRecord(string text, FieldName name, string value)
    {
        var intent = Read(text, Berg, Invoice);

        Assert.Equal(Berg.Id, intent.Fields.Single(field => field.Name == name && field.Value == value).Record);
        Assert.Contains($"{value} is client/berg, version 2", intent.Reasons);
    }

    [Fact]
    public void Understand_ProjectInTheSubject_NamesTheRecord()
    {
        var project = Record("project/1", 1, ("title", "Spring Fair"), ("client", "client/berg"));
        var mail = Some.Mail("The stand is booked.", "Re: Spring fair, stand 12");

        var intent = Agent.Understand(Some.Case(mail) with { Known = [project] });

        Assert.Equal(project.Id, Field(intent, FieldName.Topic).Record);
        Assert.Contains("project “Spring Fair” is project/1 of client/berg, version 1", intent.Reasons);
    }

    [Fact]
    public void Understand_TwoThatFit_TakesNeitherAndSaysSo()
    {
        var other = Record("invoice/9c", 1, ("number", "88"));

        var intent = Read("When will invoice no. 88 be paid?", Invoice, other);

        Assert.Null(Field(intent, FieldName.InvoiceNumber).Record);
        Assert.Contains("“88” may be invoice/4f2a or invoice/9c; none was taken", intent.Reasons);
    }

    [Theory]
    [InlineData("When will invoice no. 880 be paid?")]
    [InlineData("When will invoice no. 8 be paid?")]
    [InlineData("We are Bergmann GmbH.")]
    [InlineData("Please write to anna@berg.example.evil.test.")]
    public void Understand_WhatIsOnlyLike_IsNotTaken(string text)
    {
        var intent = Read(text, Berg, Invoice);

        Assert.DoesNotContain(intent.Fields, field => field.Record is not null);
        Assert.DoesNotContain(intent.Reasons, reason => reason.Contains("version", StringComparison.Ordinal));
    }

    private static Intent Read(string text, params RecordSnapshot[] known) => Agent.Understand(Some.Case(Some.Mail(text)) with { Known = known });

    private static ExtractedField Field(Intent intent, FieldName name) => intent.Fields.Single(field => field.Name == name);

    private static RecordSnapshot Record(string id, long version, params (string Name, string Value)[] fields) =>
        new(RecordId.TryParse(id, out var read) ? read : default, version, fields.ToDictionary(field => field.Name, field => new RecordField(field.Value, Provenance.Operator)));
}
