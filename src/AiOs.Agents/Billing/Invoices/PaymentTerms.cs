using System.Globalization;
using System.Text.RegularExpressions;
using AiOs.Agents.Drafting.Facts;
using AiOs.Agents.Drafting.Preferences;
using AiOs.Contracts.Context;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;

namespace AiOs.Agents.Billing.Invoices;

/// <summary>Within how many days an invoice is to be paid, as a Record says it, or as the operator prefers it where none does.</summary>
/// <param name="Days">So many days after the day of the invoice.</param>
/// <param name="Record">Which Record says so; nothing where it is a preference.</param>
/// <param name="Field">In which field.</param>
/// <param name="Cited">Who says so, for the card.</param>
internal sealed partial record PaymentTerms(int Days, RecordSnapshot? Record, string Field, string Cited)
{
    /// <summary>The field with the terms that hold for everybody.</summary>
    public const string Usual = "payment-terms";

    /// <summary>The field with the terms for those who paid late.</summary>
    public const string ForLate = "late-payment-terms";

    private const int Most = 365;

    /// <summary>The terms of the Records, which stand over what the operator prefers in general.</summary>
    public static PaymentTerms? Of(AgentBrief brief, IReadOnlyCollection<RecordSnapshot?> records, bool late)
    {
        var preferred = Preferred.Last(brief, PreferenceKind.PaymentDays);
        var wanted = preferred is null ? 0 : int.Parse(preferred.Wanted.Value, CultureInfo.InvariantCulture);
        return First(records, late) is { } known
            ? preferred is null || known.Days == wanted ? known : known with { Cited = $"{known.Cited}, which stands over the {wanted} days you prefer, {Preferred.NameOf(preferred)}" }
            : preferred is null ? null : new PaymentTerms(wanted, null, Usual, $"as you prefer, {Preferred.NameOf(preferred)}");
    }

    /// <summary>The terms of the first Record that says any; those for who paid late come first where they did.</summary>
    public static PaymentTerms? First(IEnumerable<RecordSnapshot?> records, bool late)
    {
        var all = records.OfType<RecordSnapshot>().ToList();
        return (late ? In(all, ForLate) : null) ?? In(all, Usual);
    }

    private static PaymentTerms? In(List<RecordSnapshot> records, string field) =>
        records.Select(record => KnownFacts.OurValue(record, field) is { } value && DaysIn(value) is { } days ? new PaymentTerms(days, record, field, KnownFacts.Cited(record)) : null).FirstOrDefault(terms => terms is not null);

    private static int? DaysIn(string value) =>
        Count().Match(value) is { Success: true } match && int.Parse(match.Groups["days"].Value, CultureInfo.InvariantCulture) is var days and <= Most ? days : null;

    [GeneratedRegex(@"^\D{0,20}(?<days>[0-9]{1,3}) ?(?:days?|tagen?)?\D{0,20}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Count();
}
