using System.Text.Json.Serialization;
using AiOs.Contracts.Json;

namespace AiOs.Contracts.Effects;

/// <summary>How an effect can be taken back.</summary>
[JsonConverter(typeof(KebabEnumConverter<Undo>))]
public enum Undo
{
    /// <summary>It cannot.</summary>
    Final,

    /// <summary>A second effect makes up for it.</summary>
    Compensable,

    /// <summary>It can be undone without a trace outside.</summary>
    Reversible,
}
