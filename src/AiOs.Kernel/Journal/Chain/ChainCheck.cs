using System.Security.Cryptography;
using System.Text.Json;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Contracts.Json;

namespace AiOs.Kernel.Journal.Chain;

/// <summary>Checks commits one after another, from the first on.</summary>
internal sealed class ChainCheck(WorkspaceId workspace)
{
    private readonly Dictionary<StreamId, long> _versions = [];
    private readonly HashSet<string> _ids = [];
    private readonly HashSet<string> _dedupes = [];

    public JournalHead Head { get; private set; } = new(0, Digest.Zero);

    /// <summary>Takes the next commit.</summary>
    /// <param name="bytes">Its canonical bytes.</param>
    /// <returns>What is wrong with it, or nothing.</returns>
    public string? Take(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return document.RootElement.ValueKind is JsonValueKind.Object ? Take(bytes.Span, document.RootElement) : "it is no JSON object";
        }
        catch (JsonException)
        {
            return "it is not JSON, or its JSON is not canonical";
        }
        catch (Exception fault) when (fault is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return "a member is missing or of the wrong type";
        }
    }

    private string? Take(ReadOnlySpan<byte> bytes, JsonElement commit)
    {
        if (!CanonicalJson.Of(commit).AsSpan().SequenceEqual(bytes))
        {
            return "its bytes are not the canonical ones";
        }

        var hash = commit.GetProperty("hash"u8).GetString()!;
        if (HashWithout(bytes, hash) is not { } computed || computed != hash)
        {
            return "its hash is not that of its content";
        }

        return Links(commit) ?? Accept(commit, hash);
    }

    private string? Links(JsonElement commit)
    {
        var stream = new StreamId(commit.GetProperty("stream"u8).GetString()!);
        if (commit.GetProperty("workspace"u8).GetString() != workspace.Value)
        {
            return "it belongs to another workspace";
        }

        if (commit.GetProperty("position"u8).GetInt64() != Head.Position + 1)
        {
            return $"its position is {commit.GetProperty("position"u8).GetInt64()} where {Head.Position + 1} is due";
        }

        if (commit.GetProperty("prev"u8).GetString() != Head.Hash.Hex)
        {
            return "it does not follow on the commit before it";
        }

        return commit.GetProperty("version"u8).GetInt64() != _versions.GetValueOrDefault(stream) + 1 ? $"the stream {stream} has a gap" : null;
    }

    private string? Accept(JsonElement commit, string hash)
    {
        if (!_ids.Add(commit.GetProperty("id"u8).GetString()!))
        {
            return "its id stands twice";
        }

        if (commit.TryGetProperty("dedupe"u8, out var dedupe) && !_dedupes.Add(dedupe.GetString()!))
        {
            return "the same message stands twice";
        }

        _versions[new StreamId(commit.GetProperty("stream"u8).GetString()!)] = commit.GetProperty("version"u8).GetInt64();
        Head = new JournalHead(Head.Position + 1, new Digest(hash));
        return null;
    }

    /// <summary>The bytes are canonical, so the member stands in one form only and can be cut out.</summary>
    private static string? HashWithout(ReadOnlySpan<byte> bytes, string hash)
    {
        var member = System.Text.Encoding.ASCII.GetBytes($",\"hash\":\"{hash}\"");
        var at = bytes.LastIndexOf(member);
        if (at < 0)
        {
            return null;
        }

        Span<byte> computed = stackalloc byte[SHA256.HashSizeInBytes];
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(bytes[..at]);
        sha.AppendData(bytes[(at + member.Length)..]);
        sha.GetHashAndReset(computed);
        return Convert.ToHexStringLower(computed);
    }
}
