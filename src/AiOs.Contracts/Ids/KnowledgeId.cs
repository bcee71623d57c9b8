using System.Text.Json.Serialization;
using AiOs.Contracts.Json;

namespace AiOs.Contracts.Ids;

/// <summary>Names one piece of knowledge: the stream that it was learned from and what in it, such as <c>knowledge/ID</c> or <c>work/ID#EFFECT</c>.</summary>
/// <param name="Value">The name as written: printable ASCII, at most 200 characters, no personal data.</param>
[JsonConverter(typeof(IdConverter<KnowledgeId>))]
public readonly record struct KnowledgeId(string Value) : ITextId<KnowledgeId>
{
    private const int Longest = 200;

    /// <summary>Takes any text of 1 to 200 printable ASCII characters.</summary>
    /// <param name="text">The text to read.</param>
    /// <param name="id">The name, or the default when the text is not one.</param>
    /// <returns>Whether the text was usable.</returns>
    public static bool TryParse(string? text, out KnowledgeId id)
    {
        var read = text is { Length: > 0 and <= Longest } && text.All(letter => letter is > ' ' and <= '~');
        id = new KnowledgeId(read ? text! : string.Empty);
        return read;
    }

    /// <summary>The name as written.</summary>
    /// <returns><see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
