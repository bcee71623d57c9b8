using System.Text.Json.Serialization;
using AiOs.Contracts.Json;

namespace AiOs.Contracts.Effects;

/// <summary>What an effect touches, which is what the default policy looks at.</summary>
[JsonConverter(typeof(KebabEnumConverter<EffectCategory>))]
public enum EffectCategory
{
    /// <summary>Only this workspace's own notes and Records.</summary>
    Internal,

    /// <summary>What others think of the operator: anything that leaves in their name.</summary>
    Reputation,

    /// <summary>Money, whichever way it goes.</summary>
    Money,

    /// <summary>What the operator is bound to.</summary>
    Contract,
}
