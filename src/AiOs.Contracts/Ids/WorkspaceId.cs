using System.Text.Json.Serialization;
using AiOs.Contracts.Json;

namespace AiOs.Contracts.Ids;

/// <summary>Names one company. Every stored key starts with it.</summary>
/// <param name="Value">The name as written.</param>
[JsonConverter(typeof(IdConverter<WorkspaceId>))]
public readonly record struct WorkspaceId(string Value) : ITextId<WorkspaceId>
{
    /// <summary>Takes any text that is not empty.</summary>
    /// <param name="text">The text to read.</param>
    /// <param name="id">The name, or the default when the text is empty.</param>
    /// <returns>Whether the text was usable.</returns>
    public static bool TryParse(string? text, out WorkspaceId id)
    {
        id = new WorkspaceId(text ?? string.Empty);
        return !string.IsNullOrEmpty(text);
    }

    /// <summary>The name as written.</summary>
    /// <returns><see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
