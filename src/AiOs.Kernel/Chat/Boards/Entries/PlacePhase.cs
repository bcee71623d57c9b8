using System.Text.Json.Serialization;
using AiOs.Contracts.Json;

namespace AiOs.Kernel.Chat.Boards.Entries;

/// <summary>How a card stands in one place, as far as anybody knows.</summary>
[JsonConverter(typeof(KebabEnumConverter<PlacePhase>))]
internal enum PlacePhase
{
    /// <summary>It is about to be sent. Found by a later start, it was left behind by a crash: nobody knows whether it was sent.</summary>
    Sending,

    /// <summary>It stands there, and we know where.</summary>
    Shown,

    /// <summary>It may stand there; it is not sent again.</summary>
    Unknown,

    /// <summary>The channel will not take it.</summary>
    Refused,

    /// <summary>The message, or the place, is gone.</summary>
    Gone,
}
