using System.Security.Cryptography;
using System.Text.Json;

namespace AiOs.Scenarios.Verification;

/// <summary>
/// Checks an export from the text of the design alone: nothing of the program's own code stands in here, so that a fault of the writer
/// is not a fault of the reader too.
/// </summary>
/// <param name="Ok">Whether all of it fits.</param>
/// <param name="Position">Where the journal is wrong first; nothing where it is not.</param>
/// <param name="What">What is wrong, or how many commits are right.</param>
public sealed record ExportCheck(bool Ok, long? Position, string What)
{
    /// <summary>Checks a folder.</summary>
    public static ExportCheck Of(string folder) => Of(folder, File.ReadAllBytes(Path.Combine(folder, "journal.jsonl")));

    /// <summary>Checks a folder as if its journal had other bytes.</summary>
    public static ExportCheck Of(string folder, byte[] journal)
    {
        using var head = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "head.json")));
        if (!IsSigned(head.RootElement))
        {
            return new ExportCheck(Ok: false, Position: null, "the head is not signed by the key that it names");
        }

        var lines = new JournalLines(head.RootElement.GetProperty("workspace").GetString()!);
        if (lines.Walk(journal) is { } wrong)
        {
            return new ExportCheck(Ok: false, lines.Position + 1, wrong);
        }

        if (head.RootElement.GetProperty("position").GetInt64() != lines.Position || head.RootElement.GetProperty("hash").GetString() != lines.Hash)
        {
            return new ExportCheck(Ok: false, lines.Position + 1, "the signed head stands elsewhere");
        }

        return FaultOfBlobs(folder, lines) ?? FaultOfKeys(folder, lines) ?? FaultOfCounts(folder, lines) ?? new ExportCheck(Ok: true, Position: null, $"{lines.Position} commits");
    }

    /// <summary>ECDSA P-256 with SHA-256 over the canonical JSON of the head without <c>signature</c>; r and s side by side (IEEE P1363).</summary>
    private static bool IsSigned(JsonElement head)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(head.GetProperty("publicKey").GetBytesFromBase64(), out _);
        return key.KeySize == 256 && key.VerifyData(
            PlainJson.Canonical(head, "signature"),
            head.GetProperty("signature").GetBytesFromBase64(),
            HashAlgorithmName.SHA256,
            DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    private static ExportCheck? FaultOfBlobs(string folder, JournalLines lines)
    {
        var there = Directory.GetFiles(Path.Combine(folder, "blobs"));
        foreach (var blob in there)
        {
            var bytes = File.ReadAllBytes(blob);
            if (bytes.Length < 28 || Convert.ToHexStringLower(SHA256.HashData(bytes)) != Path.GetFileName(blob))
            {
                return new ExportCheck(Ok: false, Position: null, $"the blob {Path.GetFileName(blob)} has other bytes");
            }
        }

        return lines.Blobs.Except(there.Select(blob => Path.GetFileName(blob)!)).FirstOrDefault() is { } missing
            ? new ExportCheck(Ok: false, Position: null, $"the blob {missing} is missing")
            : null;
    }

    /// <summary>A key for each stream at most, and none for a stream that is not there.</summary>
    private static ExportCheck? FaultOfKeys(string folder, JournalLines lines)
    {
        var keys = File.ReadAllLines(Path.Combine(folder, "keys.jsonl")).Select(line =>
        {
            using var key = JsonDocument.Parse(line);
            return key.RootElement.GetProperty("wrapped").GetBytesFromBase64().Length >= 32 + 28 ? key.RootElement.GetProperty("key").GetString()! : string.Empty;
        }).ToList();
        return keys.Distinct().Count() == keys.Count && keys.All(lines.Streams.Contains) ? null : new ExportCheck(Ok: false, Position: null, "the keys do not belong to the streams");
    }

    private static ExportCheck? FaultOfCounts(string folder, JournalLines lines)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "manifest.json")));
        var counts = manifest.RootElement.GetProperty("counts");
        var found = new Dictionary<string, long>
        {
            ["commits"] = lines.Position,
            ["keys"] = File.ReadAllLines(Path.Combine(folder, "keys.jsonl")).Length,
            ["knowledge"] = File.ReadAllLines(Path.Combine(folder, "knowledge.jsonl")).Length,
            ["blobs"] = Directory.GetFiles(Path.Combine(folder, "blobs")).Length,
            ["records"] = Directory.GetFiles(Path.Combine(folder, "records")).Sum(file => File.ReadAllLines(file).Length),
        };
        return found.FirstOrDefault(count => counts.GetProperty(count.Key).GetInt64() != count.Value) is { Key: { } name }
            ? new ExportCheck(Ok: false, Position: null, $"the manifest counts other {name}")
            : null;
    }
}
