using AiOs.Agents.Drafting.Facts;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;

namespace AiOs.Agents.Billing;

/// <summary>An invoice of ours, as its Record says it. What others want from us names a supplier.</summary>
/// <param name="Record">The Record.</param>
/// <param name="Number">Its number, else its key.</param>
/// <param name="Amount">How much is to be paid.</param>
/// <param name="Due">By which day.</param>
/// <param name="Paid">On which day it was paid.</param>
internal sealed record OwnInvoice(RecordSnapshot Record, string Number, Money? Amount, DateOnly? Due, DateOnly? Paid)
{
    private static readonly string[] Closed = ["paid", "cancelled", "written-off"];

    public RecordId? Client => RecordId.TryParse(KnownFacts.Value(Record, "client"), out var id) ? id : null;

    public bool IsOpen => Paid is null && !Record.Fields.ContainsKey("paid") && !Closed.Contains(KnownFacts.Value(Record, "state")?.ToLowerInvariant());

    /// <summary>How many days after it was due it was paid; 0 where it was not late.</summary>
    public int DaysLate => Paid is { } paid && Due is { } due && paid > due ? paid.DayNumber - due.DayNumber : 0;

    public string Cited => KnownFacts.Cited(Record);

    /// <summary>Every invoice of ours in a brief, by number.</summary>
    public static IReadOnlyList<OwnInvoice> Of(AgentBrief brief) =>
    [
        .. KnownFacts.Of(brief, "invoice").Where(record => !record.Fields.ContainsKey("supplier")).Select(record => new OwnInvoice(
            record,
            KnownFacts.Value(record, "number") ?? record.Id.Key,
            KnownFacts.MoneyIn(record, "amount"),
            KnownFacts.DayIn(record, "due"),
            KnownFacts.DayIn(record, "paid"))).OrderBy(invoice => invoice.Number.Length).ThenBy(invoice => invoice.Number, StringComparer.Ordinal),
    ];

    /// <summary>What a client was late with, the latest first.</summary>
    public static IReadOnlyList<OwnInvoice> LateOf(AgentBrief brief, RecordId client) =>
        [.. Of(brief).Where(invoice => invoice.DaysLate > 0 && invoice.Client == client).OrderByDescending(invoice => invoice.Paid)];
}
