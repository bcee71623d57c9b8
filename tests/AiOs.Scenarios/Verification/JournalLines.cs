using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace AiOs.Scenarios.Verification;

/// <summary>Walks a journal line by line and stops at the first that is not what the design says a commit is.</summary>
public sealed class JournalLines(string workspace)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly string[] Members = ["workspace", "position", "id", "at", "stream", "version", "cause", "events", "prev", "hash"];

    private readonly Dictionary<string, long> _versions = [];
    private readonly HashSet<string> _ids = [];
    private readonly HashSet<string> _dedupes = [];

    public long Position { get; private set; }

    public string Hash { get; private set; } = new('0', 64);

    public IReadOnlyCollection<string> Streams => _versions.Keys;

    /// <summary>Blobs that stand in clear as <c>{"key":…,"sha256":…}</c>.</summary>
    public HashSet<string> Blobs { get; } = [];

    /// <summary>What is wrong at the position after <see cref="Position"/>, or nothing.</summary>
    public string? Walk(ReadOnlySpan<byte> journal)
    {
        while (!journal.IsEmpty)
        {
            var end = journal.IndexOf((byte)'\n');
            if (end < 0)
            {
                return "a line without its end";
            }

            if (Take(journal[..end]) is { } wrong)
            {
                return wrong;
            }

            journal = journal[(end + 1)..];
        }

        return null;
    }

    private string? Take(ReadOnlySpan<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(Strict.GetString(line));
            return Take(line, document.RootElement);
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException or InvalidOperationException or FormatException or KeyNotFoundException or OverflowException)
        {
            return "no JSON that a commit could be";
        }
    }

    private string? Take(ReadOnlySpan<byte> line, JsonElement commit)
    {
        if (commit.ValueKind is not JsonValueKind.Object || Members.Any(name => !commit.TryGetProperty(name, out _)))
        {
            return "a member is missing";
        }

        if (!line.SequenceEqual(PlainJson.Canonical(commit)))
        {
            return "not canonical";
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(PlainJson.Canonical(commit, "hash")));
        var wrong = hash != Text(commit, "hash") ? "another hash"
            : Text(commit, "prev") != Hash ? "another hash before it"
            : commit.GetProperty("position").GetInt64() != Position + 1 ? "another position"
            : Text(commit, "workspace") != workspace ? "another workspace"
            : FaultOfNames(commit);
        if (wrong is null)
        {
            Position++;
            Hash = hash;
            FindBlobs(commit.GetProperty("events"));
        }

        return wrong;
    }

    private string? FaultOfNames(JsonElement commit)
    {
        var stream = Text(commit, "stream");
        var version = _versions.GetValueOrDefault(stream) + 1;
        if (commit.GetProperty("version").GetInt64() != version)
        {
            return "another version of its stream";
        }

        if (!_ids.Add(Text(commit, "id")))
        {
            return "an id twice";
        }

        if (commit.TryGetProperty("dedupe", out var dedupe) && !_dedupes.Add(dedupe.GetString()!))
        {
            return "a dedupe hash twice";
        }

        _versions[stream] = version;
        var events = commit.GetProperty("events");
        return events.GetArrayLength() == 0 || events.EnumerateArray().Any(one => !one.TryGetProperty("type", out _) || one.GetProperty("v").GetInt64() < 1)
            ? "an event without type or version"
            : null;
    }

    private void FindBlobs(JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Array)
        {
            foreach (var part in value.EnumerateArray())
            {
                FindBlobs(part);
            }
        }
        else if (value.ValueKind is JsonValueKind.Object)
        {
            if (value.TryGetProperty("key", out _) && value.TryGetProperty("sha256", out var digest))
            {
                Blobs.Add(digest.GetString()!);
            }

            foreach (var member in value.EnumerateObject())
            {
                FindBlobs(member.Value);
            }
        }
    }

    private static string Text(JsonElement commit, string name) => commit.GetProperty(name).GetString()!;
}
