using System.Text.Json.Serialization;
using AiOs.Contracts.Json;

namespace AiOs.Contracts.Ids;

/// <summary>Names a unit of work; the lineage key of everything done for it. A version 7 UUID, so that ids sort by the time they were made.</summary>
/// <param name="Value">The UUID; never empty in a stored value.</param>
[JsonConverter(typeof(IdConverter<WorkItemId>))]
public readonly record struct WorkItemId(Guid Value) : ITextId<WorkItemId>
{
    /// <summary>Reads 32 hexadecimal digits, with or without hyphens, with or without the stream prefix <c>work/</c>.</summary>
    /// <param name="text">The text to read.</param>
    /// <param name="id">The id, or the default when the text is not one.</param>
    /// <returns>Whether the text was an id.</returns>
    public static bool TryParse(string? text, out WorkItemId id)
    {
        var digits = text is not null && text.StartsWith("work/", StringComparison.Ordinal) ? text[5..] : text;
        var read = Guid.TryParse(digits, out var value);
        id = new WorkItemId(value);
        return read;
    }

    /// <summary>32 lower-case hexadecimal digits.</summary>
    /// <returns>The id as it is written in the journal, in URLs and on the command line.</returns>
    public override string ToString() => Value.ToString("N");
}
