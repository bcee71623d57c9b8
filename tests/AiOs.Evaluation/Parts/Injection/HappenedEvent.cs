using System.Text.Json;
using AiOs.Testing.Hosting;

namespace AiOs.Evaluation.Parts.Injection;

/// <summary>One event of a journal, readable.</summary>
/// <param name="Position">The position of its commit.</param>
/// <param name="Stream">What it is about.</param>
/// <param name="Type">What happened.</param>
/// <param name="Clear">What stands in clear.</param>
/// <param name="Personal">What is sealed; null where nothing is.</param>
internal sealed record HappenedEvent(long Position, string Stream, string Type, JsonElement Clear, JsonElement Personal)
{
    /// <summary>What the journal of a workspace says after a position, as its readable export has it.</summary>
    public static async Task<List<HappenedEvent>> ReadAsync(HostFolder folder, string name, long after, CancellationToken cancellationToken)
    {
        var exported = await folder.VerbAsync("export", "--plain", "--out", name);
        if (exported.ExitCode != 0)
        {
            throw new InvalidDataException($"The workspace cannot be written out: {exported.Errors}");
        }

        var happened = new List<HappenedEvent>();
        await foreach (var line in File.ReadLinesAsync(Path.Combine(folder.Work, name, "plain", "journal.jsonl"), cancellationToken))
        {
            using var document = JsonDocument.Parse(line);
            var commit = document.RootElement;
            if (commit.GetProperty("position").GetInt64() is var position && position > after)
            {
                var stream = commit.GetProperty("stream").GetString()!;
                happened.AddRange(commit.GetProperty("events").EnumerateArray().Select(one =>
                    new HappenedEvent(position, stream, Word(one.GetProperty("event"), "type")!, one.GetProperty("event").Clone(), one.GetProperty("personal").Clone())));
            }
        }

        return happened;
    }

    /// <summary>A word that stands in clear.</summary>
    public string? Word(string name) => Word(Clear, name);

    /// <summary>What stands in a list of the sealed part; nothing where there is no such list.</summary>
    public IEnumerable<JsonElement> List(string name) =>
        Personal.ValueKind is JsonValueKind.Object && Personal.TryGetProperty(name, out var list) && list.ValueKind is JsonValueKind.Array ? list.EnumerateArray() : [];

    public static string? Word(JsonElement element, string name) => element.TryGetProperty(name, out var word) && word.ValueKind is JsonValueKind.String ? word.GetString() : null;
}
