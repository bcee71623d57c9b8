using System.Text.Json.Serialization;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Records;

namespace AiOs.Contracts.Events;

/// <summary>A Record has a new version.</summary>
/// <param name="Record">Which Record.</param>
/// <param name="Version">Its version.</param>
/// <param name="Effect">The effect that wrote it; an id of its own where a connector reported it.</param>
public sealed record RecordWritten(RecordId Record, long Version, EffectId Effect) : PersonalEvent<RecordWritten.Values>
{
    /// <summary>The connector that reported it: <c>connector:NAME</c>; <c>file</c> where it came with the program; nothing where an effect wrote it.</summary>
    public string? Source { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override IEnumerable<string> Addresses => Personal?.People ?? [];

    /// <summary>What changed.</summary>
    /// <param name="Fields">The fields that changed.</param>
    public sealed record Values(IReadOnlyDictionary<string, RecordField> Fields)
    {
        /// <summary>The fields that were taken away.</summary>
        public IReadOnlyList<string>? Removed { get; init; }

        /// <summary>From when on it holds; nothing for "since it was recorded".</summary>
        public DateTimeOffset? ValidFrom { get; init; }

        /// <summary>Until when it holds, that moment not included; nothing for "until something else is said".</summary>
        public DateTimeOffset? ValidTo { get; init; }

        /// <summary>Why it changed, where somebody said so.</summary>
        public string? Reason { get; init; }

        /// <summary>The addresses of whom the Record is about.</summary>
        public IReadOnlyList<string>? People { get; init; }
    }
}
