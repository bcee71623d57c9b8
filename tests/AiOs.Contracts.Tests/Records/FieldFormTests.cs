using AiOs.Contracts.Approvals;
using AiOs.Contracts.Records;
using AiOs.Contracts.Records.Schemas;

namespace AiOs.Contracts.Tests.Records;

/// <summary>A known field holds one form and nothing beside it.</summary>
public sealed class FieldFormTests
{
    [Theory]
    [InlineData(FieldForm.Text, "anything", true)]
    [InlineData(FieldForm.Text, " \n", false)]
    [InlineData(FieldForm.Date, "2026-11-24", true)]
    [InlineData(FieldForm.Date, "2026-11-24T10:00+01:00", true)]
    [InlineData(FieldForm.Date, "2026-11-24T10:00:00.000Z", true)]
    [InlineData(FieldForm.Date, "2026-02-30", false)]
    [InlineData(FieldForm.Date, "24.11.2026", false)]
    [InlineData(FieldForm.Date, "2026-11-24T10:00", false)]
    [InlineData(FieldForm.Date, " 2026-11-24", false)]
    [InlineData(FieldForm.Money, "1200.50 EUR", true)]
    [InlineData(FieldForm.Money, "-1200.50 EUR", true)]
    [InlineData(FieldForm.Money, "1200 JPY", true)]
    [InlineData(FieldForm.Money, "1200.500 KWD", true)]
    [InlineData(FieldForm.Money, "1200 EUR", false)]
    [InlineData(FieldForm.Money, "1200.5 EUR", false)]
    [InlineData(FieldForm.Money, "1,200.50 EUR", false)]
    [InlineData(FieldForm.Money, "01200.50 EUR", false)]
    [InlineData(FieldForm.Money, "1200.50 eur", false)]
    [InlineData(FieldForm.Money, "1200.50  EUR", false)]
    [InlineData(FieldForm.Money, "99999999999999999999.00 EUR", false)]
    [InlineData(FieldForm.Money, "9999999999999999999999999999999999.00 EUR", false)]
    [InlineData(FieldForm.Money, "1000000000000000000000000000.00 EUR", false)]
    [InlineData(FieldForm.Money, "92233720368547758.07 EUR", false)]
    [InlineData(FieldForm.Money, "92233720368547758.06 EUR", true)]
    [InlineData(FieldForm.Email, "anna@berg.example", true)]
    [InlineData(FieldForm.Email, "anna@@berg.example", false)]
    [InlineData(FieldForm.Email, "Anna <anna@berg.example>", false)]
    [InlineData(FieldForm.Email, "anna@berg.example, bob@berg.example", false)]
    [InlineData(FieldForm.Email, "@berg.example", false)]
    [InlineData(FieldForm.Iban, "AT611904300234573201", true)]
    [InlineData(FieldForm.Iban, "AT61 1904 3002 3457 3201", false)]
    [InlineData(FieldForm.Iban, "AT611904300234573202", false)]
    [InlineData(FieldForm.Reference, "client/berg", true)]
    [InlineData(FieldForm.Reference, "client", false)]
    [InlineData(FieldForm.Reference, "the client/berg", false)]
    [InlineData(FieldForm.Entry, "offer | 2026-11-22 | operator | 1200.00 EUR | ", true)]
    [InlineData(FieldForm.Entry, "offer", false)]
    public void Fits_Value_OnlyInItsOneForm(FieldForm form, string value, bool fits) => Assert.Equal(fits, FieldForms.Fits(form, value));

    [Fact]
    public void All_TypesAndFields_AreNamedOnceInOneForm()
    {
        Assert.Equal(["client", "project", "invoice", "content-asset", "contract", "negotiation", "playbook", "policy", "schedule"], RecordType.All.Select(type => type.Name));
        foreach (var type in RecordType.All)
        {
            Assert.Same(type, RecordType.Find(type.Name));
            Assert.Equal(type.Fields.Count, type.Fields.Select(field => field.Name).Distinct().Count());
            Assert.Contains(type.Fields, field => field.IsRequired);
            Assert.All(type.Fields, field => Assert.Matches("^[a-z][a-z-]*$", field.Name));
            Assert.All(type.Fields.Where(field => field.Form is FieldForm.Email or FieldForm.Iban), field => Assert.True(field.IsPersonal));
            Assert.All(type.Fields.Where(field => field.RefersTo is not null), field => Assert.NotNull(RecordType.Find(field.RefersTo!)));
        }

        Assert.Null(RecordType.Find("boat"));
    }

    [Theory]
    [InlineData("addresses", "a@x.example\nb@x.example", null)]
    [InlineData("addresses", "a@x.example\nb", "one of the further mail addresses is not a mail address")]
    [InlineData("addresses", "\n", "one of the further mail addresses is not a mail address")]
    [InlineData("since", "soon", "the first day is not a date")]
    [InlineData("mood", "", null)]
    public void FaultsIn_Client_NamesTheFieldInWords(string field, string value, string? fault) =>
        Assert.Equal(fault is null ? [] : [fault], RecordType.Client.FaultsIn(new Dictionary<string, RecordField> { [field] = new(value, Provenance.External) }));

    [Fact]
    public void MissingIn_Invoice_NamesWhatItNeeds()
    {
        Assert.Equal(["amount", "due date"], RecordType.Invoice.MissingIn(["number"]).Select(rule => rule.Label));
        Assert.Empty(RecordType.Invoice.MissingIn(["due", "amount"]));
    }
}
