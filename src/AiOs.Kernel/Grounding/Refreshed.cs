using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Records;
using AiOs.Kernel.Grounding.Reading;

namespace AiOs.Kernel.Grounding;

/// <summary>One value beside its Record as it is now. It only ever loses ground here.</summary>
/// <param name="Value">The value.</param>
/// <param name="Conflict">What changed, for people, where it lost its ground.</param>
internal sealed record Refreshed(GroundedValue Value, string? Conflict)
{
    public static Refreshed Of(GroundedValue value, string? counterparty, IReadOnlyDictionary<RecordId, RecordSnapshot> now)
    {
        if (value.Provenance is not Provenance.Record)
        {
            return new Refreshed(value, null);
        }

        if (value.Record is not { } id || !now.TryGetValue(id, out var record))
        {
            return Lost(value, $"{value.Place} is gone; {value.Value} stood in it.");
        }

        if (value.Field is not { } name || !record.Fields.TryGetValue(name, out var field))
        {
            return Lost(value, $"{id} no longer says {value.Value}.");
        }

        if (value.Kind is SensitiveKind.OwnedField ? field.Value != value.Value : !Readings.In(value.Kind, field.Value).Any(Readings.FormsOf(value.Kind, value.Value).Contains))
        {
            return Lost(value, $"{id} says {field.Value} now, it said {value.Value} before.");
        }

        if (value.Kind is SensitiveKind.BankAccount && Parties.KnownBy(counterparty, [record]).Count == 0)
        {
            return Lost(value, $"{id} still says {value.Value}, but it is no longer about {counterparty ?? "anybody"}.");
        }

        return Passages.IsConfirmed(field)
            ? new Refreshed(value.Version == record.Version ? value : value with { Version = record.Version }, null)
            : new Refreshed(
                value with { Provenance = Provenance.External, Place = Places.NotConfirmed(id), Version = record.Version },
                $"{id} still says {value.Value}, but nobody confirms it any more.");
    }

    /// <summary>Where else it stands was not kept, so the least is taken.</summary>
    private static Refreshed Lost(GroundedValue value, string conflict) => new(
        value with
        {
            Provenance = Provenance.External,
            Place = value.Record is { } id ? Places.Before(id) : Places.Nowhere,
            Record = null,
            Version = null,
            Field = null,
        },
        conflict);
}
