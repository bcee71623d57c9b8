using System.Text.Json.Serialization;
using AiOs.Contracts.Json;

namespace AiOs.Contracts.Messages;

/// <summary>How the words of a message reached us, and so how far its sender and date can be believed.</summary>
[JsonConverter(typeof(KebabEnumConverter<ContentOrigin>))]
public enum ContentOrigin
{
    /// <summary>Typed into a chat.</summary>
    Typed,

    /// <summary>A mail that came straight from its sender; sender and date are those of its own header.</summary>
    DirectMail,

    /// <summary>A mail whose text quotes another one; sender, date and body are claimed by that text.</summary>
    InlineForward,

    /// <summary>A mail that carries another one as a part; sender, date and body are exactly those of that part.</summary>
    AttachedForward,

    /// <summary>Written by the program itself, about something that it has to do.</summary>
    Program,
}
