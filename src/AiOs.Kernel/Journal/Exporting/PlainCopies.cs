using System.Text.Encodings.Web;
using System.Text.Json;
using AiOs.Kernel.Journal.Chain;

namespace AiOs.Kernel.Journal.Exporting;

/// <summary>Readable copies for <c>--plain</c>: every commit with its personal data in clear. To be kept as safe as the originals.</summary>
internal sealed class PlainCopies : IAsyncDisposable
{
    private readonly FileStream _output;

    public PlainCopies(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "plain"));
        _output = File.Create(Path.Combine(folder, "plain", ExportNames.Journal));
    }

    public async Task AddAsync(Commit commit)
    {
        using var line = new MemoryStream();
        await using (var writer = new Utf8JsonWriter(line, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            Write(writer, commit);
        }

        line.WriteByte((byte)'\n');
        await _output.WriteAsync(line.GetBuffer().AsMemory(0, (int)line.Length));
    }

    public ValueTask DisposeAsync() => _output.DisposeAsync();

    private static void Write(Utf8JsonWriter writer, Commit commit)
    {
        writer.WriteStartObject();
        writer.WriteNumber("position", commit.Position);
        writer.WriteString("at", Contracts.Json.InstantConverter.ToText(commit.At));
        writer.WriteString("stream", commit.Stream.Value);
        writer.WriteNumber("version", commit.Version);
        writer.WriteStartArray("events");
        foreach (var happened in commit.Events)
        {
            writer.WriteStartObject();
            writer.WritePropertyName("event");
            EventCodec.WriteClear(writer, happened);
            writer.WritePropertyName("personal");
            EventCodec.WritePersonal(writer, happened);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
