using System.Text.Json.Serialization;
using AiOs.Contracts.Json;

namespace AiOs.Contracts.Chat;

/// <summary>How a file was sent.</summary>
[JsonConverter(typeof(KebabEnumConverter<ChatFileKind>))]
public enum ChatFileKind
{
    /// <summary>As a file.</summary>
    Document,

    /// <summary>As a picture.</summary>
    Photo,

    /// <summary>As speech: it is written down where the model server can, and is the operator's word then.</summary>
    Voice,
}
