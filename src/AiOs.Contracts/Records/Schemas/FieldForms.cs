using System.Globalization;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Records.Negotiations;

namespace AiOs.Contracts.Records.Schemas;

/// <summary>Tells whether a text has a form. Exact: what a field holds can then be compared letter by letter.</summary>
public static class FieldForms
{
    private const int LongestAddress = 254;

    private static readonly string[] Moments = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"];

    /// <summary>Tells whether a value has a form.</summary>
    /// <param name="form">The form.</param>
    /// <param name="value">One value; of a list, one line.</param>
    /// <returns>Whether it has.</returns>
    public static bool Fits(FieldForm form, string value) => value is not null && form switch
    {
        FieldForm.Date => IsDate(value),
        FieldForm.Money => MoneyOf(value) is not null,
        FieldForm.Email => IsAddress(value),
        FieldForm.Iban => Iban.IsValid(value),
        FieldForm.Reference => RecordId.TryParse(value, out var id) && !value.Any(char.IsWhiteSpace) && id.Type.Length > 0,
        FieldForm.Entry => NegotiationEntry.TryParse(value, out _),
        _ => !string.IsNullOrWhiteSpace(value),
    };

    /// <summary>Reads an amount.</summary>
    /// <param name="value">Such as <c>1200.50 EUR</c>.</param>
    /// <returns>The amount, or nothing where the text is not exactly one.</returns>
    public static Money? MoneyOf(string value)
    {
        if (value?.Split(' ') is not [var number, { Length: 3 } currency] || !currency.All(char.IsAsciiLetterUpper)
            || !decimal.TryParse(number, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount))
        {
            return null;
        }

        var units = Money.Decimals(currency) switch { 0 => 1m, 3 => 1000m, _ => 100m };
        if (Math.Abs(amount) >= long.MaxValue / units || amount * units != decimal.Truncate(amount * units))
        {
            return null;
        }

        var read = new Money((long)(amount * units), currency);
        return read.ToString() == value ? read : null;
    }

    /// <summary>The form in words, for a sentence: <c>a date</c>.</summary>
    /// <param name="form">The form.</param>
    /// <returns>The words.</returns>
    public static string Noun(FieldForm form) => form switch
    {
        FieldForm.Date => "a date",
        FieldForm.Money => "an amount with its currency",
        FieldForm.Email => "a mail address",
        FieldForm.Iban => "an account number whose check digits are right",
        FieldForm.Reference => "the id of another Record",
        FieldForm.Entry => "an entry of a ledger",
        _ => "any text",
    };

    private static bool IsDate(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        || DateTimeOffset.TryParseExact(value, Moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsAddress(string value)
    {
        var at = value.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at < value.Length - 1 && value.Length <= LongestAddress && value.LastIndexOf('@') == at
            && !value.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter) || letter is '<' or '>' or ',' or ';' or '"')
            && value[^1] != '.' && value[at + 1] != '.';
    }
}
