using System.Text.Json.Serialization;
using AiOs.Contracts.Json;

namespace AiOs.Contracts.Context;

/// <summary>What a preference is about.</summary>
[JsonConverter(typeof(KebabEnumConverter<PreferenceKind>))]
public enum PreferenceKind
{
    /// <summary>How a letter begins: <c>Hi {name},</c>.</summary>
    Greeting,

    /// <summary>How a letter ends, with whatever name stands below it.</summary>
    Closing,

    /// <summary><c>informal</c>, <c>formal</c>, <c>contractions</c>, <c>no-contractions</c> or <c>no-exclamation</c>.</summary>
    Tone,

    /// <summary>The most words of a letter or a text: 10 to 2000.</summary>
    Length,

    /// <summary>Words that always stand in the place of others.</summary>
    Phrase,

    /// <summary>Within how many days an invoice is to be paid: 1 to 365. A Record that says so stands over it.</summary>
    PaymentDays,

    /// <summary>For how many days an offer holds: 1 to 365. A Record that says so stands over it.</summary>
    ValidDays,
}
