using System.Globalization;
using System.Text.RegularExpressions;
using AiOs.Agents.Drafting.Facts;
using AiOs.Contracts.Records;

namespace AiOs.Agents.Billing.Invoices;

/// <summary>Within how many days an invoice is to be paid, as a Record says it.</summary>
/// <param name="Days">So many days after the day of the invoice.</param>
/// <param name="Record">Which Record says so.</param>
/// <param name="Field">In which field.</param>
internal sealed partial record PaymentTerms(int Days, RecordSnapshot Record, string Field)
{
    /// <summary>The field with the terms that hold for everybody.</summary>
    public const string Usual = "payment-terms";

    /// <summary>The field with the terms for those who paid late.</summary>
    public const string ForLate = "late-payment-terms";

    private const int Most = 365;

    /// <summary>The terms of the first Record that says any; those for who paid late come first where they did.</summary>
    public static PaymentTerms? First(IEnumerable<RecordSnapshot?> records, bool late)
    {
        var all = records.OfType<RecordSnapshot>().ToList();
        return (late ? In(all, ForLate) : null) ?? In(all, Usual);
    }

    private static PaymentTerms? In(List<RecordSnapshot> records, string field) =>
        records.Select(record => KnownFacts.OurValue(record, field) is { } value && DaysIn(value) is { } days ? new PaymentTerms(days, record, field) : null).FirstOrDefault(terms => terms is not null);

    private static int? DaysIn(string value) =>
        Count().Match(value) is { Success: true } match && int.Parse(match.Groups["days"].Value, CultureInfo.InvariantCulture) is var days and <= Most ? days : null;

    [GeneratedRegex(@"^\D{0,20}(?<days>[0-9]{1,3}) ?(?:days?|tagen?)?\D{0,20}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Count();
}
