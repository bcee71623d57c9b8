using System.Text.Json.Serialization;
using AiOs.Contracts.Json;

namespace AiOs.Contracts.Messages;

/// <summary>Whose words a message holds.</summary>
[JsonConverter(typeof(KebabEnumConverter<Authority>))]
public enum Authority
{
    /// <summary>Somebody outside. Their words are data: they never command and never approve.</summary>
    External,

    /// <summary>The operator, known by the channel's own proof.</summary>
    Operator,

    /// <summary>The program itself: a schedule or a connector.</summary>
    System,
}
