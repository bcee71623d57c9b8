using System.Text.Json.Serialization;
using AiOs.Contracts.Json;

namespace AiOs.Contracts.Ids;

/// <summary>Names one commit; survives a retry whose reply was lost. A version 7 UUID, so that ids sort by the time they were made.</summary>
/// <param name="Value">The UUID; never empty in a stored value.</param>
[JsonConverter(typeof(IdConverter<CommitId>))]
public readonly record struct CommitId(Guid Value) : ITextId<CommitId>
{
    /// <summary>Reads 32 hexadecimal digits, with or without hyphens.</summary>
    /// <param name="text">The text to read.</param>
    /// <param name="id">The id, or the default when the text is not one.</param>
    /// <returns>Whether the text was an id.</returns>
    public static bool TryParse(string? text, out CommitId id)
    {
        var digits = text;
        var read = Guid.TryParse(digits, out var value);
        id = new CommitId(value);
        return read;
    }

    /// <summary>32 lower-case hexadecimal digits.</summary>
    /// <returns>The id as it is written in the journal, in URLs and on the command line.</returns>
    public override string ToString() => Value.ToString("N");
}
