using System.Globalization;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Json;
using AiOs.Contracts.Records.Schemas;

namespace AiOs.Contracts.Records.Negotiations;

/// <summary>
/// One entry of a negotiation, written on one line as <c>MOVE | DAY | BY | AMOUNT | WORDS</c>:
/// <c>offer | 2026-11-22 | client/berg | 1200.50 EUR | two weeks in May</c>.
/// </summary>
/// <param name="Move">What it tells.</param>
/// <param name="Day">On which day.</param>
/// <param name="By">Who moved: <c>operator</c>, the id of a Record, or a name.</param>
/// <param name="Amount">How much, where an amount was named.</param>
/// <param name="Words">Of an offer its terms, of an outcome the reason. An outcome always has one; an offer has an amount or words.</param>
public sealed record NegotiationEntry(NegotiationMove Move, DateOnly Day, string By, Money? Amount, string Words)
{
    private const string Between = " | ";
    private const string DayForm = "yyyy-MM-dd";
    private const int Parts = 5;

    /// <summary>Reads an entry.</summary>
    /// <param name="text">The line.</param>
    /// <param name="entry">The entry, or nothing where the text is not exactly one.</param>
    /// <returns>Whether it was one.</returns>
    public static bool TryParse(string? text, out NegotiationEntry? entry)
    {
        entry = null;
        if (text is null || text.Any(char.IsControl) || text.Split(Between, Parts) is not { Length: Parts } parts
            || KebabEnumConverter<NegotiationMove>.Parse(parts[0]) is not { } move
            || !DateOnly.TryParseExact(parts[1], DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return false;
        }

        var amount = FieldForms.MoneyOf(parts[3]);
        var read = new NegotiationEntry(move, day, parts[2], amount, parts[4]);
        var told = move is NegotiationMove.Offer ? amount is not null || read.Words.Length > 0 : read.Words.Length > 0;
        entry = told && read.By.Length > 0 && read.ToString() == text ? read : null;
        return entry is not null;
    }

    /// <summary>The entry on one line.</summary>
    /// <returns>What <see cref="TryParse"/> reads.</returns>
    public override string ToString() => string.Join(
        Between, KebabEnumConverter<NegotiationMove>.ToText(Move), Day.ToString(DayForm, CultureInfo.InvariantCulture), By, Amount?.ToString() ?? string.Empty, Words);
}
