using System.Text.Json.Serialization;
using AiOs.Contracts.Json;

namespace AiOs.Contracts.Effects;

/// <summary>What the operator says of an attempt whose answer was lost.</summary>
[JsonConverter(typeof(KebabEnumConverter<Settlement>))]
public enum Settlement
{
    /// <summary>It did happen.</summary>
    Happened,

    /// <summary>It did not happen; leave it so.</summary>
    DidNotHappen,

    /// <summary>It did not happen; make one more attempt.</summary>
    SendAgain,
}
