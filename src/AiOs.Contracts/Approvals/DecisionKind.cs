using System.Text.Json.Serialization;
using AiOs.Contracts.Json;

namespace AiOs.Contracts.Approvals;

/// <summary>What the operator can decide about a card.</summary>
[JsonConverter(typeof(KebabEnumConverter<DecisionKind>))]
public enum DecisionKind
{
    /// <summary>Do exactly what the card shows.</summary>
    Approve,

    /// <summary>Do nothing of it.</summary>
    Reject,

    /// <summary>Draft it again as the text says; the old card is superseded.</summary>
    Change,
}
