using System.Text.Json;
using AiOs.Agents.Models.Drafting;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;

namespace AiOs.Agents.Editor.Posts;

/// <summary>The text of a content asset, which is all of a Record that a model may write.</summary>
internal static class PostText
{
    private const string Field = "text";

    public static WritableEffect Place { get; } = new(EffectKind.RecordWrite, static arguments => (string.Empty, TextIn(Of(arguments))), Write);

    private static string Write(string arguments, string subject, string text)
    {
        var record = Of(arguments);
        return TextIn(record).Length == 0 ? arguments : JsonSerializer.Serialize(
            record with { Fields = new Dictionary<string, RecordField>(record.Fields, StringComparer.Ordinal) { [Field] = new(text, Provenance.Model) } },
            ArgumentsJson.Default.RecordWriteArguments);
    }

    private static string TextIn(RecordWriteArguments record) =>
        record.Record.Type == "content-asset" && record.Fields.GetValueOrDefault(Field) is { } text ? text.Value : string.Empty;

    private static RecordWriteArguments Of(string arguments) => JsonSerializer.Deserialize(arguments, ArgumentsJson.Default.RecordWriteArguments)!;
}
