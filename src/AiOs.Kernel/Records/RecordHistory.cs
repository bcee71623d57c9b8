using System.Collections.Immutable;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Records;

namespace AiOs.Kernel.Records;

/// <summary>Reads the versions of a Record. A later version supersedes an earlier one for the time that it speaks of, and never overwrites it. Pure.</summary>
internal static class RecordHistory
{
    /// <summary>The fields after one more version.</summary>
    public static ImmutableDictionary<string, RecordField> With(ImmutableDictionary<string, RecordField> fields, RecordChange change) =>
        fields.SetItems(change.Fields).RemoveRange(change.Removed);

    /// <summary>What was written, whenever it holds.</summary>
    public static ImmutableDictionary<string, RecordField> Fold(IEnumerable<RecordChange> changes) =>
        changes.Aggregate(ImmutableDictionary<string, RecordField>.Empty, With);

    /// <summary>What held at a moment, as far as all versions together tell: of those that speak of that moment, the latest counts.</summary>
    public static ImmutableDictionary<string, RecordField> AsOf(IEnumerable<RecordChange> changes, DateTimeOffset moment) =>
        Fold(changes.Where(change => change.Covers(moment)));

    /// <summary>The Record that this one was merged into at a moment.</summary>
    public static RecordId? MergedAt(IEnumerable<RecordChange> changes, DateTimeOffset moment) =>
        changes.LastOrDefault(change => change.At <= moment && (change.Into is not null || change.Apart))?.Into;

    /// <summary>All that was ever said of one field, in order of the versions.</summary>
    public static IReadOnlyList<FieldFact> Of(IReadOnlyList<RecordChange> changes, string field)
    {
        var said = changes.Where(change => change.Fields.ContainsKey(field) || change.Removed.Contains(field)).ToList();
        return [.. said.Select((change, index) => FactOf(change, said[(index + 1)..], field))];
    }

    private static FieldFact FactOf(RecordChange change, List<RecordChange> later, string field)
    {
        var covering = later.Find(other => other.From <= change.From && (other.ValidTo ?? DateTimeOffset.MaxValue) >= (change.ValidTo ?? DateTimeOffset.MaxValue));
        var next = later.Where(other => other.From > change.From).Select(other => (DateTimeOffset?)other.From).Min();
        var end = next is { } from && (change.ValidTo is not { } to || from < to) ? next : change.ValidTo;
        return new FieldFact(
            change.Removed.Contains(field) ? null : change.Fields.GetValueOrDefault(field), change.From, end, change.Version, covering?.Version, change.Reason, change.Source ?? "effect " + change.Effect);
    }
}
