using System.Text.Json.Serialization;
using AiOs.Contracts.Json;

namespace AiOs.Contracts.Approvals;

/// <summary>Where a value came from.</summary>
[JsonConverter(typeof(KebabEnumConverter<Provenance>))]
public enum Provenance
{
    /// <summary>Words of somebody outside.</summary>
    External,

    /// <summary>A language model, or a rule of ours, made it.</summary>
    Model,

    /// <summary>An authoritative Record.</summary>
    Record,

    /// <summary>The operator's own words.</summary>
    Operator,
}
