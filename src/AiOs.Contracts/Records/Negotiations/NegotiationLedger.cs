using System.Globalization;

namespace AiOs.Contracts.Records.Negotiations;

/// <summary>The offers and outcomes of one negotiation, in the order in which they were entered. An entry is never written over and never taken away.</summary>
/// <param name="Entries">All of them, the first one first.</param>
public sealed record NegotiationLedger(IReadOnlyList<NegotiationEntry> Entries)
{
    private const string Prefix = "entry-";
    private const int MostDigits = 6;

    /// <summary>The offer that stands last; nothing where there is none.</summary>
    public NegotiationEntry? LastOffer => Entries.LastOrDefault(entry => entry.Move is NegotiationMove.Offer);

    /// <summary>How it ended; nothing while it is open, which it also is after an offer that followed an outcome.</summary>
    public NegotiationEntry? Outcome => Entries.Count > 0 && Entries[^1].Move is not NegotiationMove.Offer ? Entries[^1] : null;

    /// <summary>Where it stands: <c>open</c>, <c>won</c>, <c>lost</c> or <c>withdrawn</c>.</summary>
    public string State => Outcome is { } outcome ? Json.KebabEnumConverter<NegotiationMove>.ToText(outcome.Move) : "open";

    /// <summary>Reads the ledger of a Record.</summary>
    /// <param name="fields">The Record's fields.</param>
    /// <returns>The ledger; empty where there are no entries.</returns>
    public static NegotiationLedger Of(IReadOnlyDictionary<string, RecordField> fields) => new(
    [
        .. fields.Select(field => (Number: NumberOf(field.Key), field.Value)).Where(field => field.Number is not null).OrderBy(field => field.Number)
            .Select(field => NegotiationEntry.TryParse(field.Value.Value, out var entry) ? entry : null).OfType<NegotiationEntry>(),
    ]);

    /// <summary>The field that holds an entry.</summary>
    /// <param name="number">Its number, from 1.</param>
    /// <returns>The field's name.</returns>
    public static string FieldOf(int number) => Prefix + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The number of the entry that a field holds.</summary>
    /// <param name="field">The field's name.</param>
    /// <returns>The number, or nothing where the field holds no entry.</returns>
    public static int? NumberOf(string field) =>
        field is not null && field.StartsWith(Prefix, StringComparison.Ordinal) && field.Length is > 6 and <= 6 + MostDigits
        && int.TryParse(field.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && FieldOf(number) == field && number > 0
            ? number
            : null;

    /// <summary>Why a write would not only add to the ledger.</summary>
    /// <param name="before">The Record's fields before it.</param>
    /// <param name="written">The fields it writes.</param>
    /// <param name="removed">The fields it takes away.</param>
    /// <returns>One sentence; nothing where it only adds, with the next numbers.</returns>
    public static string? FaultIn(IReadOnlyDictionary<string, RecordField> before, IReadOnlyDictionary<string, RecordField> written, IReadOnlyList<string> removed)
    {
        if (removed.Any(field => NumberOf(field) is not null && before.ContainsKey(field)))
        {
            return "An entry of a negotiation is never taken away; add another one that says what is so.";
        }

        var next = before.Keys.Select(NumberOf).Max() ?? 0;
        foreach (var (field, value) in written.Where(field => NumberOf(field.Key) is not null).OrderBy(field => NumberOf(field.Key)))
        {
            if (before.TryGetValue(field, out var there))
            {
                if (there != value)
                {
                    return $"Entry {NumberOf(field)} of the negotiation stands and is never written over; add another one.";
                }
            }
            else if (NumberOf(field) != ++next)
            {
                return $"The next entry of the negotiation is number {next}, not {NumberOf(field)}.";
            }
        }

        return null;
    }
}
