using AiOs.Agents.Drafting.Facts;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Json;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;
using AiOs.Contracts.Records.Negotiations;

namespace AiOs.Agents.Sales.Ledger;

/// <summary>One entry of a ledger of ours. What only somebody outside said is not among them.</summary>
/// <param name="Record">The ledger's Record.</param>
/// <param name="Entry">The entry.</param>
internal sealed record PastOffer(RecordSnapshot Record, NegotiationEntry Entry)
{
    /// <summary>As a reason: <c>won at 4000.00 EUR on 2026-03-01: the website (negotiation/berg, version 3)</c>.</summary>
    public string Words =>
        $"{(Entry.Move is NegotiationMove.Offer ? "offered before" : KebabEnumConverter<NegotiationMove>.ToText(Entry.Move))}{(Entry.Amount is { } amount ? $" at {amount}" : string.Empty)} on {KnownFacts.Text(Entry.Day)}{(Entry.Words.Length > 0 ? $": {Entry.Words}" : string.Empty)} ({KnownFacts.Cited(Record)})";

    public Evidence Evidence => new("record " + Record.Id, Record.Version, Entry.ToString(), Provenance.Record);

    /// <summary>What was offered to a client and how it ended, the newest first.</summary>
    public static IReadOnlyList<PastOffer> With(AgentBrief brief, RecordId client) =>
        [.. KnownFacts.Of(brief, "negotiation").Where(record => KnownFacts.Value(record, "client") == client.ToString()).SelectMany(Entries).OrderByDescending(past => past.Entry.Day)];

    /// <summary>What was won from others, the newest first. For the operator's eyes alone.</summary>
    public static IReadOnlyList<PastOffer> WonElsewhere(AgentBrief brief, RecordId client) =>
        [.. KnownFacts.Of(brief, "negotiation").Where(record => KnownFacts.Value(record, "client") != client.ToString()).SelectMany(Entries).Where(past => past.Entry.Move is NegotiationMove.Won).OrderByDescending(past => past.Entry.Day)];

    private static IEnumerable<PastOffer> Entries(RecordSnapshot record) =>
        NegotiationLedger.Of(record.Fields.Where(field => field.Value.Provenance is not Provenance.External).ToDictionary(StringComparer.Ordinal)).Entries.Select(entry => new PastOffer(record, entry));
}
