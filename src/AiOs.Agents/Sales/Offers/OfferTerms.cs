using System.Globalization;
using System.Text.RegularExpressions;
using AiOs.Agents.Drafting;
using AiOs.Agents.Drafting.Facts;
using AiOs.Agents.Drafting.Letters;
using AiOs.Agents.Drafting.Preferences;
using AiOs.Agents.Intake;
using AiOs.Contracts.Context;
using AiOs.Contracts.Records;

namespace AiOs.Agents.Sales.Offers;

/// <summary>Within how many days an offer is to be paid, and how long it holds: as a Record says it, or as the operator prefers it where none does.</summary>
/// <param name="Lines">What the letter says of it; empty where nobody says anything.</param>
/// <param name="Reasons">Who says so, where a preference has a part in it.</param>
internal sealed partial record OfferTerms(IReadOnlyList<string> Lines, IReadOnlyList<string> Reasons)
{
    /// <summary>The field of a Record that says for how many days an offer holds.</summary>
    public const string Validity = "offer-validity";

    private const int MaxWords = 80;

    public static OfferTerms Of(DraftDesk desk, SalesWords words, IReadOnlyList<RecordSnapshot?> near)
    {
        var reasons = new List<string>();
        var payment = ValueOf(desk, near, "payment-terms", PreferenceKind.PaymentDays, "payment within", words, reasons);
        var valid = ValueOf(desk, near, Validity, PreferenceKind.ValidDays, "the offer holds for", words, reasons);
        var until = valid is not null && Days().Match(valid) is { Success: true } days
            ? TimeWords.Write(KnownFacts.Text(DateOnly.FromDateTime(desk.Brief.ReceivedAt.Date).AddDays(int.Parse(days.Value, CultureInfo.InvariantCulture))), words.IsGerman)
            : null;
        return new OfferTerms(
            [.. payment is null ? [] : (string[])[Sentences.Fill(words.PayWithin, payment)], .. until is null ? [] : (string[])[Sentences.Fill(words.Valid, until)]],
            reasons);
    }

    private static string? ValueOf(DraftDesk desk, IReadOnlyList<RecordSnapshot?> near, string field, PreferenceKind kind, string about, SalesWords words, List<string> reasons)
    {
        var record = near.FirstOrDefault(one => KnownFacts.OurValue(one, field) is not null);
        var known = PlainText.Line(KnownFacts.OurValue(record, field), MaxWords);
        if (Preferred.Last(desk.Brief, kind) is not { } preferred)
        {
            return record is null ? null : known;
        }

        var (days, name) = (preferred.Wanted.Value, Preferred.NameOf(preferred));
        if (record is null)
        {
            reasons.Add($"{about} {days} days as you prefer ({name})");
            return Sentences.Fill(words.Days, days);
        }

        if (Days().Match(known).Value != days)
        {
            reasons.Add($"{about} {known} ({KnownFacts.Cited(record)}), which stands over the {days} days you prefer ({name})");
        }

        return known;
    }

    [GeneratedRegex(@"\b[0-9]{1,3}\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Days();
}
