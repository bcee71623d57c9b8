using System.Globalization;
using System.Text.RegularExpressions;
using AiOs.Contracts.Intake;

namespace AiOs.Agents.Drafting.Facts;

/// <summary>How much work was named, such as <c>12 h</c>.</summary>
/// <param name="Count">How many units.</param>
/// <param name="Unit">Of what: <c>hour</c> or <c>day</c>.</param>
/// <param name="Words">As it was written.</param>
internal sealed partial record Workload(decimal Count, string? Unit, string Words)
{
    /// <summary>The one that was named last; nothing where none was.</summary>
    public static Workload? In(string text) => Units().Matches(text).LastOrDefault() is { } found
        ? new Workload(decimal.Parse(found.Groups["count"].Value.Replace(',', '.'), CultureInfo.InvariantCulture), PriceRate.UnitIn(found.Groups["unit"].Value), found.Value)
        : null;

    /// <summary>A text without any.</summary>
    public static string Without(string text) => Units().Replace(text, string.Empty);

    /// <summary>What it costs; half a cent is rounded away from zero.</summary>
    /// <param name="price">What one unit costs.</param>
    /// <returns>The product; nothing where it is nothing, or too much for any letter.</returns>
    public Money? At(Money price)
    {
        var minor = Math.Round(Count * price.Minor, MidpointRounding.AwayFromZero);
        return minor is > 0 and < long.MaxValue / 1_000 ? new Money((long)minor, price.Currency) : null;
    }

    [GeneratedRegex(@"(?<![\d.,-])(?<count>[0-9]{1,4}(?:[.,][0-9]{1,2})?)[ \t]{0,2}(?<unit>h|hrs?|hours?|std|stunden?|days?|tage?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Units();
}
