using AiOs.Contracts.Approvals;
using AiOs.Contracts.Context;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;
using AiOs.Contracts.Records;
using AiOs.Kernel.Context;
using AiOs.Testing;

namespace AiOs.Kernel.Tests.Context;

/// <summary>A recollection contradicts a Record only about the same subject and the same kind of value.</summary>
public sealed class ContradictionTests
{
    private const string Iban = "DE89370400440532013000";
    private const string OtherIban = "FR1420041010050500013M02606";

    [Theory]
    [InlineData("day-rate", "1500.00 EUR", "We agreed on a rate of 1,200.00 EUR.", "1200 EUR")]
    [InlineData("price", "1500.00 EUR", "Es kostet etwas. Preis: 1.200,00 EUR", "1200 EUR")]
    [InlineData("due", "2026-12-01", "The deadline is 2026-12-15, they said.", "2026-12-15")]
    [InlineData("iban", Iban, "Please pay to " + OtherIban + " from now on", OtherIban)]
    [InlineData("email", "anna@berg.example", "Her mail is anna@other.example now", "anna@other.example")]
    public void Between_OtherValueOfTheSameKind_IsSaid(string field, string value, string note, string other)
    {
        var said = Assert.Single(Between(Record(field, value), Note(note)));

        Assert.Contains(other, said, StringComparison.OrdinalIgnoreCase);
        Assert.EndsWith($"client/berg (version 3) says {value}, which counts.", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("day-rate", "1500.00 EUR", "The rate is 1,500.00 EUR.")]
    [InlineData("day-rate", "1500.00 EUR", "The train was 1,200.00 EUR.")]
    [InlineData("day-rate", "1500.00 EUR", "The rate is high. The train was 1,200.00 EUR.")]
    [InlineData("day-rate", "1500.00 EUR", "The rate was 1,200.00 EUR. Since May the rate is 1,500.00 EUR.")]
    [InlineData("due", "2026-12-01", "We met on 2026-11-02.")]
    [InlineData("iban", Iban, "Please pay to DE89 3704 0044 0532 0130 00")]
    [InlineData("name", "Anna Berg", "Her name is Berta.")]
    public void Between_AgreesOrSpeaksOfSomethingElse_IsQuiet(string field, string value, string note) =>
        Assert.Empty(Between(Record(field, value), Note(note)));

    [Fact]
    public void Between_OtherSubjectOrUnconfirmedField_IsQuiet()
    {
        Assert.Empty(Between(Record("rate", "1500.00 EUR"), Note("The rate is 1,200.00 EUR.") with { Subjects = ["person/ff"] }));
        Assert.Empty(Between(Record("rate", "1500.00 EUR", Provenance.External), Note("The rate is 1,200.00 EUR.")));
        Assert.Empty(Between(Record("rate", "1500.00 EUR") with { Id = new RecordId("invoice", "x") }, Note("The rate is 1,200.00 EUR.")));
        Assert.Single(Between(Record("rate", "1500.00 EUR") with { Id = new RecordId("invoice", "x") }, Note("The rate is 1,200.00 EUR.") with { Subjects = ["record/invoice/x"] }));
    }

    private static IReadOnlyList<string> Between(RecordSnapshot record, KnowledgeItem note) =>
        Contradictions.Between([record], [new Recollection(note, 1, TimeSpan.FromDays(3))], ["person/aa"], at => at);

    private static RecordSnapshot Record(string field, string value, Provenance provenance = Provenance.Operator) =>
        new(new RecordId("client", "berg"), 3, new Dictionary<string, RecordField> { [field] = new(value, provenance) });

    private static KnowledgeItem Note(string text) => new()
    {
        Id = new KnowledgeId("knowledge/1"),
        Kind = KnowledgeKind.Note,
        Title = "Anna",
        Text = text,
        Source = new StreamId("knowledge/1"),
        Position = 1,
        At = Some.Moment,
        Provenance = Provenance.Operator,
        Subjects = ["person/aa"],
    };
}
