using System.Text.Json.Serialization;
using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>A Record turned out to be the same as another one: reading it leads there. Its own versions stay.</summary>
/// <param name="Record">The Record that gave way.</param>
/// <param name="Version">Its version.</param>
/// <param name="Effect">The effect that merged it.</param>
/// <param name="Into">The Record that stayed.</param>
public sealed record RecordMerged(RecordId Record, long Version, EffectId Effect, RecordId Into) : PersonalEvent<RecordMerged.Words>
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override IEnumerable<string> Addresses => Personal?.People ?? [];

    /// <summary>Whom it is about.</summary>
    /// <param name="People">The addresses of the people of both Records.</param>
    public sealed record Words(IReadOnlyList<string> People);
}
