using System.Text.Json;
using AiOs.Contracts.Desk;

namespace AiOs.Channels.Web.Json;

/// <summary>What a check of the journal found, as one object.</summary>
public static class ChainReportJson
{
    /// <summary>Writes the report.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="report">The report.</param>
    public static void Write(Utf8JsonWriter json, ChainReport report)
    {
        json.WriteStartObject();
        json.WriteBoolean("ok"u8, report.Ok);
        json.WriteNumber("commits"u8, report.Commits);
        if (report.Position is { } position)
        {
            json.WriteNumber("position"u8, position);
        }
        else
        {
            json.WriteNull("position"u8);
        }

        json.WriteString("sentence"u8, report.Sentence);
        json.WriteEndObject();
    }
}
