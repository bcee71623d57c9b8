using System.Globalization;
using AiOs.Agents.Drafting;
using AiOs.Agents.Drafting.Facts;
using AiOs.Agents.Intake;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;
using AiOs.Contracts.Records.Negotiations;

namespace AiOs.Agents.Sales.Ledger;

/// <summary>Writes one more entry into a client's ledger: into the one that is open, else into a new one.</summary>
internal static class LedgerDraft
{
    private const int MaxWords = 160;

    /// <summary>The ledgers of a client that are open.</summary>
    public static IReadOnlyList<RecordSnapshot> OpenOf(AgentBrief brief, RecordSnapshot client) =>
        [.. KnownFacts.Of(brief, "negotiation").Where(record => KnownFacts.Value(record, "client") == client.Id.ToString() && NegotiationLedger.Of(record.Fields) is { State: "open", Entries.Count: > 0 })];

    /// <summary>The effect that adds an entry.</summary>
    /// <param name="desk">The brief.</param>
    /// <param name="client">With whom.</param>
    /// <param name="move">What it tells.</param>
    /// <param name="amount">How much, where an amount was named.</param>
    /// <param name="words">The terms, or the reason of an outcome.</param>
    /// <returns>The effect.</returns>
    public static EffectDraft Add(DraftDesk desk, RecordSnapshot client, NegotiationMove move, Money? amount, string words)
    {
        var today = DateOnly.FromDateTime(desk.Brief.ReceivedAt.Date);
        var said = PlainText.Line(words, MaxWords).Replace(" | ", " / ", StringComparison.Ordinal);
        var entry = new NegotiationEntry(move, today, move is NegotiationMove.Offer ? "operator" : client.Id.ToString(), amount, said);
        var open = OpenOf(desk.Brief, client);
        var id = open is [var one] ? one.Id : new RecordId("negotiation", $"{client.Id.Key}-{today.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}");
        var known = desk.Brief.Facts.FirstOrDefault(record => record.Id == id);
        var next = (known?.Fields.Keys.Select(NegotiationLedger.NumberOf).Max() ?? 0) + 1;
        var fields = new Dictionary<string, RecordField>(StringComparer.Ordinal) { [NegotiationLedger.FieldOf(next)] = new(entry.ToString(), Provenance.Model) };
        if (known is null)
        {
            fields["client"] = new(client.Id.ToString(), Provenance.Model);
            fields["subject"] = new(said.Length > 0 ? PlainText.Line(said, 60) : client.Id.Key, Provenance.Model);
        }

        return EffectDrafts.Record(new RecordWriteArguments
        {
            Record = id,
            ExpectedVersion = known?.Version ?? 0,
            Fields = fields,
            Reason = move is NegotiationMove.Offer ? "an offer goes out" : "you said how it ended",
            People = KnownFacts.Value(client, "email") is { } address ? [address] : [],
        });
    }
}
