using System.Globalization;
using System.Text.RegularExpressions;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Records;

namespace AiOs.Agents.Drafting.Facts;

/// <summary>A share that a Record says, such as a VAT rate or a discount.</summary>
/// <param name="Rate">Of a hundred.</param>
/// <param name="Record">Which Record says so.</param>
/// <param name="Field">In which field.</param>
internal sealed partial record Percentage(decimal Rate, RecordSnapshot Record, string Field)
{
    private const decimal Hundred = 100m;

    /// <summary>As it is written in a letter: <c>19 %</c>.</summary>
    public string Words => Rate.ToString("0.##", CultureInfo.InvariantCulture) + " %";

    /// <summary>The first of some Records that says one, where the operator or a system of ours said so.</summary>
    public static Percentage? First(IEnumerable<RecordSnapshot?> records, string field) =>
        records.OfType<RecordSnapshot>().Select(record => KnownFacts.OurValue(record, field) is { } value && RateIn(value) is { } rate ? new Percentage(rate, record, field) : null).FirstOrDefault(one => one is not null);

    /// <summary>That share of an amount; half a cent is rounded away from zero.</summary>
    public Money Of(Money amount) => new((long)Math.Round(amount.Minor * Rate / Hundred, MidpointRounding.AwayFromZero), amount.Currency);

    private static decimal? RateIn(string value) =>
        Percent().Match(value.Trim()) is { Success: true } match && decimal.TryParse(match.Groups["rate"].Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) ? rate : null;

    [GeneratedRegex(@"^(?<rate>[0-9]{1,2}(?:[.,][0-9]{1,2})?) ?%?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Percent();
}
