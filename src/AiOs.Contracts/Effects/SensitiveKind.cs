using System.Text.Json.Serialization;
using AiOs.Contracts.Json;

namespace AiOs.Contracts.Effects;

/// <summary>What kind of value it is that a wrong effect would do harm with.</summary>
[JsonConverter(typeof(KebabEnumConverter<SensitiveKind>))]
public enum SensitiveKind
{
    /// <summary>Who gets it: a mail address or another immutable address.</summary>
    Recipient,

    /// <summary>Where money goes: an account number.</summary>
    BankAccount,

    /// <summary>How much money.</summary>
    Amount,

    /// <summary>A link that somebody may follow.</summary>
    Url,

    /// <summary>A day or a moment that somebody is held to.</summary>
    Date,

    /// <summary>What stands in a field that a system owns: looked for as it is written.</summary>
    OwnedField,
}
