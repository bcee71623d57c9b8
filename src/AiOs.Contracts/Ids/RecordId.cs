using System.Text.Json.Serialization;
using AiOs.Contracts.Json;

namespace AiOs.Contracts.Ids;

/// <summary>Names one authoritative Record, written <c>TYPE/ID</c>.</summary>
/// <param name="Type">The kind of Record in lower case, such as <c>client</c> or <c>invoice</c>.</param>
/// <param name="Key">What tells it from others of its type; holds no personal data, since it stands in clear in the journal.</param>
[JsonConverter(typeof(IdConverter<RecordId>))]
public readonly record struct RecordId(string Type, string Key) : ITextId<RecordId>
{
    /// <summary>Reads <c>TYPE/ID</c>.</summary>
    /// <param name="text">The text to read.</param>
    /// <param name="id">The id, or the default when the text is not one.</param>
    /// <returns>Whether the text was an id.</returns>
    public static bool TryParse(string? text, out RecordId id)
    {
        var slash = text?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        var read = slash > 0 && slash < text!.Length - 1;
        id = read ? new RecordId(text![..slash], text[(slash + 1)..]) : default;
        return read;
    }

    /// <summary><c>TYPE/ID</c>.</summary>
    /// <returns>The id as it is written in the journal.</returns>
    public override string ToString() => Type + "/" + Key;
}
