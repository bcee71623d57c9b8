using AiOs.Agents.Intake;
using AiOs.Agents.Intake.Extraction;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;

namespace AiOs.Agents.Drafting.Facts;

/// <summary>A price of ours for a unit of work, as a Record says it.</summary>
/// <param name="Price">How much.</param>
/// <param name="Unit">For what: <c>hour</c>, <c>day</c>; nothing where the Record does not say.</param>
/// <param name="Record">Which Record says so.</param>
/// <param name="Field">In which field.</param>
internal sealed record PriceRate(Money Price, string? Unit, RecordSnapshot Record, string Field)
{
    private static readonly PhraseSet Hours = new("hour", "hours", "h", "hr", "hrs", "hourly", "stunde", "stunden", "std", "stundensatz");

    private static readonly PhraseSet Days = new("day", "days", "daily", "tag", "tage", "tagessatz");

    /// <summary>How a Record is cited for it.</summary>
    public string Cited => $"{Price} ({KnownFacts.Cited(Record)})";

    /// <summary>The first Record that says a rate of ours, in the order given.</summary>
    /// <param name="brief">The brief.</param>
    /// <param name="records">Where to look, the nearest first.</param>
    /// <returns>The rate; nothing where none is known.</returns>
    public static PriceRate? First(AgentBrief brief, IEnumerable<RecordSnapshot?> records) => All(brief, records).FirstOrDefault();

    /// <summary>Every rate of ours in Records.</summary>
    public static IEnumerable<PriceRate> All(AgentBrief brief, IEnumerable<RecordSnapshot?> records) =>
        from record in records.OfType<RecordSnapshot>()
        from field in record.Fields.OrderBy(field => field.Key, StringComparer.Ordinal)
        where (field.Key == "rate" || field.Key.EndsWith("-rate", StringComparison.Ordinal)) && field.Key != "vat-rate" && KnownFacts.IsOurs(field.Value)
        let price = FieldExtractor.ReadWords(field.Value.Value, brief.ReceivedAt, brief.TimeZone, brief.Currency).Fields.FirstOrDefault(found => found.Name == FieldName.Amount)?.Amount
        where price is { Minor: > 0 }
        select new PriceRate(price, UnitIn(field.Key + " " + field.Value.Value), record, field.Key);

    public static string? UnitIn(string words) => Hours.IsIn(words) ? "hour" : Days.IsIn(words) ? "day" : null;
}
