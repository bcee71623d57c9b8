using AiOs.Agents.Intake.Extraction.Amounts;
using AiOs.Agents.Intake.Extraction.Dates;
using AiOs.Agents.Intake.Extraction.Tokens;
using AiOs.Contracts.Intake;

namespace AiOs.Agents.Intake.Extraction;

/// <summary>
/// The days, times of day and amounts of money that a text names, each once and in the order of the text. They are read by the same rules as the
/// fields of an <see cref="Intent"/>, but a time that may be morning or afternoon is told here as its words stand, and no field is made of it.
/// </summary>
public sealed record TextValues
{
    /// <summary>The days that were said, also those of a range's ends; a stretch such as "last month" is none.</summary>
    public required IReadOnlyList<DateOnly> Dates { get; init; }

    /// <summary>The times of day that were said, also those of a range's ends; a stretch such as "two hours" is none.</summary>
    public required IReadOnlyList<TimeOnly> Times { get; init; }

    /// <summary>The amounts of money.</summary>
    public required IReadOnlyList<Money> Amounts { get; init; }

    /// <summary>Reads a text; only the first 16,000 characters of a long one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="writtenAt">When it was written: what "tomorrow" and "in two hours" are counted from. Its offset says which day that is.</param>
    /// <param name="zone">The zone that times are told in.</param>
    /// <param name="currency">What money without a sign of its own means (ISO 4217).</param>
    /// <returns>The values.</returns>
    public static TextValues Read(string text, DateTimeOffset writtenAt, TimeZoneInfo zone, string currency)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = Tokenizer.Cut(text);
        var moments = new DateScanner(tokens, writtenAt, zone, []).Scan();
        var today = DateOnly.FromDateTime(writtenAt.DateTime);
        var clocks = moments.Where(moment => moment.Clock is not null).Select(moment => moment.Clock!.Value);
        return new TextValues
        {
            // "In two hours" says no day while it stays on the same one.
            Dates = [.. moments.Where(moment => !moment.Counted || moment.Day != today).Select(moment => moment.Day).OfType<DateOnly>().Distinct()],
            Times = [.. clocks.SelectMany(clock => clock.End is { } end ? [clock.Time, end] : new[] { clock.Time }).Distinct()],
            Amounts = [.. AmountScanner.Scan(tokens, currency).Select(amount => amount.Money).Distinct()],
        };
    }
}
