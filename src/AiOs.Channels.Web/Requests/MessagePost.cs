using System.Text.Json.Serialization;

namespace AiOs.Channels.Web.Requests;

/// <summary>A message as JSON: one of text and mail.</summary>
internal sealed record MessagePost
{
    public string? Text { get; init; }

    /// <summary>Raw mail (RFC 5322), taken from the JSON string as UTF-8 without becoming a string in between.</summary>
    [JsonConverter(typeof(Utf8TextConverter))]
    public ReadOnlyMemory<byte> Mail { get; init; }

    /// <summary>The client's own name for this delivery, so that it may send it again.</summary>
    public string? Id { get; init; }
}
