using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Records;
using AiOs.Kernel.Grounding.Reading;

namespace AiOs.Kernel.Grounding;

/// <summary>
/// Looks for each sensitive value of an effect in the operator's own words, in Records and in what others wrote. Pure, and never throws:
/// a value that cannot be read counts as known nowhere.
/// </summary>
internal static class Grounder
{
    public static EffectGrounds Of(
        EffectFacts facts, MessageContent? message, Authority authority, IReadOnlyList<string> operatorWords, IReadOnlyList<RecordSnapshot> records)
    {
        var passages = Passages.Of(message, authority, operatorWords, records);
        var own = Parties.KnownBy(facts.Counterparty, records);
        var values = facts.Values.Select(value => Look(value, passages, own)).ToList();
        return new EffectGrounds
        {
            Counterparty = facts.Counterparty,
            Class = Parties.ClassOf(facts.Counterparty, records),
            Cost = facts.Cost,
            Spend = facts.Spend,
            Values = values,
            Conflicts = Conflicts.Of(facts.Counterparty, values, records),
        };
    }

    /// <summary>
    /// The same grounds beside the Records as they are now: a value whose Record is gone, says something else or is no longer confirmed loses its
    /// ground, with a sentence. Nothing gains any. Where nothing changed, these are the grounds that came in.
    /// </summary>
    public static EffectGrounds Refresh(EffectGrounds grounds, IReadOnlyDictionary<RecordId, RecordSnapshot> now)
    {
        var looks = grounds.Values.Select(value => Refreshed.Of(value, grounds.Counterparty, now)).ToList();
        if (looks.Select(look => look.Value).SequenceEqual(grounds.Values))
        {
            return grounds;
        }

        var sentences = looks.Select(look => look.Conflict).OfType<string>().ToList();
        var stranger = grounds.Counterparty is { } party && looks.Exists(look => look.Conflict is not null && IsSame(look.Value, party));
        return grounds with
        {
            Class = stranger ? CounterpartyClass.New : grounds.Class,
            Values = [.. looks.Select(look => look.Value)],
            Conflicts = sentences.Count == 0 ? grounds.Conflicts : [.. grounds.Conflicts.Concat(sentences).Distinct()],
        };
    }

    private static GroundedValue Look(SensitiveValue value, List<Passage> passages, HashSet<RecordId> own)
    {
        var forms = Readings.FormsOf(value.Kind, value.Value).ToList();
        var holding = passages.Where(passage => value.Kind is SensitiveKind.OwnedField ? passage.Says(value.Name, value.Value) : passage.Holds(value.Kind, forms)).ToList();
        var place = holding.Find(passage => !IsAnothers(value.Kind, passage, own));
        if (place?.Provenance is not (Provenance.Operator or Provenance.Record) && holding.Find(passage => IsAnothers(value.Kind, passage, own)) is { Record: { } other })
        {
            return new GroundedValue(value.Kind, value.Name, value.Value, Provenance.External, Places.OfAnother(other));
        }

        place ??= passages.Find(passage => passage.Provenance is Provenance.External && passage.Shows(value.Value));
        return place is null
            ? new GroundedValue(value.Kind, value.Name, value.Value, Provenance.Model, Places.Nowhere)
            : new GroundedValue(value.Kind, value.Name, value.Value, place.Provenance, place.Place, place.Record, place.Version, place.Field);
    }

    /// <summary>Where money goes is confirmed by the Records of whom it goes to alone: that somebody has an account does not make it everybody's.</summary>
    private static bool IsAnothers(SensitiveKind kind, Passage passage, HashSet<RecordId> own) =>
        kind is SensitiveKind.BankAccount && passage is { Provenance: Provenance.Record, Record: { } record } && !own.Contains(record);

    private static bool IsSame(GroundedValue value, string party) =>
        value.Kind is SensitiveKind.Recipient && Readings.FormsOf(value.Kind, value.Value).Intersect(Readings.FormsOf(value.Kind, party)).Any();
}
