using System.Text.Json.Serialization;
using AiOs.Contracts.Json;

namespace AiOs.Contracts.Records.Negotiations;

/// <summary>What an entry of a negotiation tells.</summary>
[JsonConverter(typeof(KebabEnumConverter<NegotiationMove>))]
public enum NegotiationMove
{
    /// <summary>Somebody offered something.</summary>
    Offer,

    /// <summary>It came to a deal.</summary>
    Won,

    /// <summary>It came to nothing.</summary>
    Lost,

    /// <summary>One side took its offer back and ended it.</summary>
    Withdrawn,
}
