using System.Globalization;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Records;
using AiOs.Contracts.Records.Negotiations;
using AiOs.Contracts.Records.Schemas;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Records;

namespace AiOs.Kernel.Controls;

/// <summary>Shows a Record: each field with where it came from, the ledger of a negotiation in its order, and what each field said before. Pure.</summary>
internal static class RecordBlocks
{
    public static IEnumerable<CardBlock> Of(RecordSnapshot record)
    {
        var plain = record.Fields.Where(field => NegotiationLedger.NumberOf(field.Key) is null).OrderBy(field => field.Key, StringComparer.Ordinal);
        yield return new CardBlock.Facts([.. plain.Select(field => new Fact(field.Key, Told(field.Value)))]);
        if (record.Id.Type == RecordType.Negotiation.Name)
        {
            yield return new CardBlock.Facts([.. LedgerRows(NegotiationLedger.Of(record.Fields))]);
        }

        if (RecordType.Find(record.Id.Type)?.MissingIn(record.Fields.Keys) is { Count: > 0 } missing)
        {
            yield return new CardBlock.Hint($"Still missing: {string.Join(", ", missing.Select(rule => rule.Label))}.");
        }
    }

    /// <summary>Every field with all that it ever said, then the merges.</summary>
    public static IEnumerable<CardBlock> History(IReadOnlyList<RecordChange> changes, WorkspaceSettings settings)
    {
        var names = changes.SelectMany(change => change.Fields.Keys.Concat(change.Removed)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var rows = names.SelectMany(name => RecordHistory.Of(changes, name).Select(fact => new Fact(name, Told(fact, settings))));
        var merges = changes.Where(change => change.Into is not null || change.Apart || change.Forgotten).Select(change => new Fact(
            string.Create(CultureInfo.InvariantCulture, $"version {change.Version}"),
            $"{When(change.At, settings)}: {(change.Into is { } into ? $"merged into {into}" : change.Apart ? "stands for itself again" : "forgotten")} (effect {change.Effect})"));
        yield return new CardBlock.Facts([.. rows, .. merges]);
    }

    private static IEnumerable<Fact> LedgerRows(NegotiationLedger ledger)
    {
        foreach (var (entry, index) in ledger.Entries.Select((entry, index) => (entry, index)))
        {
            yield return new Fact(string.Create(CultureInfo.InvariantCulture, $"entry {index + 1}"), entry.ToString());
        }

        yield return new Fact("last offer", ledger.LastOffer?.ToString() ?? "none");
        yield return new Fact("stands", ledger.State);
    }

    private static string Told(FieldFact fact, WorkspaceSettings settings)
    {
        var said = fact.Field is { } field ? Told(field) : "taken away";
        var until = fact.To is { } to ? When(to, settings) : "now";
        var corrected = fact.SupersededBy is { } later ? string.Create(CultureInfo.InvariantCulture, $", superseded by version {later}") : string.Empty;
        var reason = fact.Reason is { Length: > 0 } because ? $": {because}" : string.Empty;
        return string.Create(CultureInfo.InvariantCulture, $"{said}, from {When(fact.From, settings)} until {until}, version {fact.Version}{corrected}{reason} ({fact.Source})");
    }

    private static string When(DateTimeOffset moment, WorkspaceSettings settings) => settings.Local(moment).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Told(RecordField field) => $"{field.Value.Replace("\n", ", ", StringComparison.Ordinal)} ({OriginOf(field.Provenance)})";

    private static string OriginOf(Provenance provenance) => provenance switch
    {
        Provenance.Operator => "from you",
        Provenance.Record => "from a Record",
        Provenance.Model => "worked out",
        _ => "from outside, not confirmed",
    };
}
