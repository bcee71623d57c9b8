using System.Text;
using System.Text.Json.Nodes;

namespace AiOs.Agents.Models.Calls;

/// <summary>One call as it goes over the wire.</summary>
/// <param name="Orders">The prompt.</param>
/// <param name="Data">The blocks of data.</param>
/// <param name="Schema">The JSON schema of the answer.</param>
/// <param name="MostTokens">The most tokens of the answer.</param>
internal sealed record ChatCall(string Orders, string Data, JsonNode Schema, int MostTokens)
{
    /// <summary>What a server adds around messages and a schema.</summary>
    private const int Around = 256;

    /// <summary>Whether the server is held to the schema, which not every server can; else the schema stands in the prompt.</summary>
    public bool IsStrict { get; init; } = true;

    /// <summary>
    /// More tokens than any server counts for the question: one for each byte, since no vocabulary has tokens of less than one, and what is put around it.
    /// </summary>
    public long MostInput => Encoding.UTF8.GetByteCount(Orders) + Encoding.UTF8.GetByteCount(Data) + Encoding.UTF8.GetByteCount(Schema.ToJsonString()) + Around;
}
