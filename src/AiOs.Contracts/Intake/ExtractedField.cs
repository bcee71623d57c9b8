using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Intake;

/// <summary>One value found in a message.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">
/// The value in one form: dates as <c>2026-11-24</c>, or with a time <c>2026-11-24T10:00+01:00</c> (offset of the zone in force on that day);
/// amounts as <see cref="Money.ToString"/>; the rest as written, white space folded.
/// </param>
/// <param name="Quote">The words it was read from, as they stand in the message.</param>
/// <param name="Amount">The money, where <paramref name="Name"/> is an amount.</param>
public sealed record ExtractedField(FieldName Name, string Value, string Quote, Money? Amount = null)
{
    /// <summary>The Record that it refers to, such as the client of a name or the invoice of a number; nothing where none or more than one fits.</summary>
    public RecordId? Record { get; init; }
}
