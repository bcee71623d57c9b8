using System.Globalization;
using System.Text.RegularExpressions;
using AiOs.Contracts.Effects;

namespace AiOs.Connectors.Email.Sending.Facts;

/// <summary>
/// Finds days of the calendar. A day that can be read in two ways is found as both. One without a year is written as <c>--11-24</c>,
/// since the bytes do not say which year is meant.
/// </summary>
internal static class DayScan
{
    private const int OldestYear = 1900;
    private const int NewestYear = 2199;

    /// <summary>A leap year: what is a day in no year is none.</summary>
    private const int AnyYear = 2000;

    private static readonly string[][] Names =
    [
        ["january", "jan", "januar", "jänner", "janvier", "enero"], ["february", "feb", "februar", "février", "febrero"],
        ["march", "mar", "märz", "mrz", "mars", "marzo"], ["april", "apr", "avril", "abril"], ["may", "mai", "mayo"],
        ["june", "jun", "juni", "juin", "junio"], ["july", "jul", "juli", "juillet", "julio"], ["august", "aug", "août", "agosto"],
        ["september", "sep", "sept", "septembre", "septiembre"], ["october", "oct", "oktober", "okt", "octobre", "octubre"],
        ["november", "nov", "novembre", "noviembre"], ["december", "dec", "dezember", "dez", "décembre", "diciembre"],
    ];

    private static readonly Dictionary<string, int> Months = Names
        .SelectMany((names, i) => names.Select(name => KeyValuePair.Create(name, i + 1)))
        .ToDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly string Month = $"(?:{string.Join('|', Months.Keys.OrderByDescending(name => name.Length))})";

    private static readonly Regex Days = new(
        @"\b(?<y>[0-9]{4})(?:-|/|\.)(?<m>[0-9]{1,2})(?:-|/|\.)(?<d>[0-9]{1,2})"
        + @"|\b(?<a>[0-9]{1,2})(?<mark>[./\-])[ ]?(?<b>[0-9]{1,2})[./\-][ ]?(?<y>[0-9]{4}|[0-9]{2})\b"
        + @"|\b(?<d>[0-9]{1,2})\.[ ]?(?<m>[0-9]{1,2})\.(?:[^0-9a-z]|$)"
        + $@"|\b(?<d>[0-9]{{1,2}})(?:st|nd|rd|th|\.)?[ ](?:of[ ]|de[ ])?(?<n>{Month})\b\.?(?:,?[ ](?:de[ ])?(?<y>[0-9]{{4}})\b)?"
        + $@"|\b(?<n>{Month})\b\.?[ ](?:the[ ])?(?<d>[0-9]{{1,2}})(?:st|nd|rd|th)?\b(?:,?[ ](?<y>[0-9]{{4}})\b)?",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    public static IEnumerable<FoundValue> Find(string text) =>
        Days.Matches(text).SelectMany(match => Read(match).OfType<string>().Distinct(StringComparer.Ordinal)
            .Select(day => new FoundValue(match.Index, SensitiveKind.Date, day)));

    private static IEnumerable<string?> Read(Match match)
    {
        var year = Number(match, "y") is { } written ? written < 100 ? written + 2000 : written : default(int?);
        if (Number(match, "a") is { } first && Number(match, "b") is { } second)
            return match.Groups["mark"].Value == "." ? [Write(year, second, first)] : [Write(year, second, first), Write(year, first, second)];
        var month = match.Groups["n"] is { Success: true } name ? Months[name.Value] : Number(match, "m");
        return month is { } known && Number(match, "d") is { } day ? [Write(year, known, day)] : [];
    }

    private static int? Number(Match match, string group) =>
        int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Write(int? year, int month, int day)
    {
        if (year is < OldestYear or > NewestYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year ?? AnyYear, month)) return null;
        return year is { } known
            ? string.Create(CultureInfo.InvariantCulture, $"{known:0000}-{month:00}-{day:00}")
            : string.Create(CultureInfo.InvariantCulture, $"--{month:00}-{day:00}");
    }
}
