using System.Globalization;
using System.Text.RegularExpressions;

namespace AiOs.Agents.Billing.Invoices;

/// <summary>Counts invoices on. A new year that the number begins with begins at 1.</summary>
internal static partial class InvoiceNumbers
{
    /// <summary>The number after the last one of ours.</summary>
    /// <param name="invoices">Invoices of ours.</param>
    /// <param name="today">The day of the invoice.</param>
    /// <returns>The next number and the invoice it follows; nothing where no invoice has a number to count on from.</returns>
    public static (string Number, OwnInvoice After)? Next(IReadOnlyList<OwnInvoice> invoices, DateOnly today)
    {
        var last = invoices.Where(invoice => Counted().IsMatch(invoice.Number)).LastOrDefault();
        if (last is null || Counted().Match(last.Number) is not { Success: true } match)
        {
            return null;
        }

        var (head, count) = (match.Groups["head"].Value, match.Groups["count"].Value);
        var year = today.Year.ToString("0000", CultureInfo.InvariantCulture);
        var before = Year().Match(head);
        if (before.Success && string.CompareOrdinal(before.Value, year) < 0)
        {
            return (head.Replace(before.Value, year, StringComparison.Ordinal) + "1".PadLeft(count.Length, '0'), last);
        }

        return (head + (long.Parse(count, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture).PadLeft(count.Length, '0'), last);
    }

    /// <summary>The number as the key of a Record.</summary>
    public static string Key(string number) => string.Concat(number.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');

    [GeneratedRegex(@"^(?<head>.{0,20}?)(?<count>[0-9]{1,9})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Counted();

    [GeneratedRegex(@"\b20[0-9]{2}(?=\D)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Year();
}
