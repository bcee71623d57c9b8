using System.Text.Json.Serialization;
using AiOs.Contracts.Json;

namespace AiOs.Contracts.Records.Schemas;

/// <summary>The one form in which a known field of a Record is written.</summary>
[JsonConverter(typeof(KebabEnumConverter<FieldForm>))]
public enum FieldForm
{
    /// <summary>Any text that is not empty.</summary>
    Text,

    /// <summary>A day, or a day and time with its offset: <c>2026-11-24</c>, <c>2026-11-24T10:00+01:00</c> (ISO 8601).</summary>
    Date,

    /// <summary>An amount with all decimals of its currency: <c>1200.50 EUR</c>.</summary>
    Money,

    /// <summary>One mail address.</summary>
    Email,

    /// <summary>An account number of ISO 13616 in capitals, without blanks.</summary>
    Iban,

    /// <summary>The id of another Record: <c>client/berg</c>.</summary>
    Reference,

    /// <summary>One entry of a ledger of offers and outcomes.</summary>
    Entry,
}
