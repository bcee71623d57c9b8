using System.Text.Json.Serialization;
using AiOs.Contracts.Json;

namespace AiOs.Contracts.Effects;

/// <summary>What can be known about an attempt whose answer was lost.</summary>
[JsonConverter(typeof(KebabEnumConverter<OutcomeClass>))]
public enum OutcomeClass
{
    /// <summary>Nothing: there is one attempt, and an ambiguous end is shown to the operator. What an undeclared kind is.</summary>
    Neither,

    /// <summary>The outside can be asked by our reference after a settle time.</summary>
    Queryable,

    /// <summary>The outside enforces our key, so the same bytes and key may be sent again.</summary>
    Keyed,
}
