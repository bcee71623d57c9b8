using System.Text.Json;
using AiOs.Contracts;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Journal.Chain;
using AiOs.Kernel.Journal.Heads;

namespace AiOs.Kernel.Journal.Exporting;

/// <summary>Checks an export by itself: every commit, every link, the signed head, the counts and every blob.</summary>
internal static class ExportVerifier
{
    public static async Task<ChainReport> VerifyAsync(string folder, CancellationToken cancellationToken)
    {
        if (!File.Exists(Path.Combine(folder, ExportNames.Journal)) || !File.Exists(Path.Combine(folder, ExportNames.Head)))
        {
            throw new AiOsException($"{folder} holds no export: {ExportNames.Journal} and {ExportNames.Head} are expected in it.");
        }

        SignedHead head;
        try
        {
            head = HeadCodec.Read(await File.ReadAllBytesAsync(Path.Combine(folder, ExportNames.Head), cancellationToken));
        }
        catch (AiOsException fault)
        {
            return new ChainReport(Ok: false, 0, Position: null, fault.Message);
        }

        var check = new ChainCheck(head.Workspace);
        var named = new HashSet<(string Key, string Name)>();
        return await CommitFaultAsync(folder, check, head, named, cancellationToken)
            ?? await CompanionFaultAsync(folder, check, named, cancellationToken)
            ?? new ChainReport(Ok: true, check.Head.Position, Position: null, $"Chain verified: {check.Head.Position} commits, every link and the signed head.");
    }

    private static async Task<ChainReport?> CommitFaultAsync(string folder, ChainCheck check, SignedHead head, HashSet<(string Key, string Name)> named, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(Path.Combine(folder, ExportNames.Journal));
        await foreach (var line in ExactLines.ReadAsync(file, cancellationToken))
        {
            var position = check.Head.Position + 1;
            var fault = line.Ended ? check.Take(line.Bytes) : "its line does not end with a line feed";
            if (fault is null && position == 1 && !NamesHeadKey(line.Bytes, head.PublicKey))
            {
                fault = "it names another key than the one that signed the head";
            }

            if (fault is not null)
            {
                return new ChainReport(Ok: false, check.Head.Position, position, $"The commit at position {position} is not as it was written: {fault}.");
            }

            named.UnionWith(BlobsIn.Clear(line.Bytes));
        }

        return check.Head.Position == head.Position && check.Head.Hash == head.Hash
            ? null
            : new ChainReport(Ok: false, check.Head.Position, check.Head.Position + 1, $"The journal ends at position {check.Head.Position}, but the signed head stands at {head.Position} with another hash: lines are missing, added or changed.");
    }

    private static bool NamesHeadKey(ReadOnlyMemory<byte> first, string publicKey)
    {
        using var document = JsonDocument.Parse(first);
        return document.RootElement.GetProperty("events"u8)[0].TryGetProperty("headKey"u8, out var named) && named.GetString() == publicKey;
    }

    private static async Task<ChainReport?> CompanionFaultAsync(string folder, ChainCheck check, HashSet<(string Key, string Name)> named, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(Path.Combine(folder, ExportNames.Blobs)))
        {
            return Fault(check, $"The folder {ExportNames.Blobs} is missing.");
        }

        if (await MissingBlobAsync(folder, named, cancellationToken) is { } missing)
        {
            return Fault(check, $"The blob {missing} is missing, and a commit refers to it.");
        }

        foreach (var blob in Directory.EnumerateFiles(Path.Combine(folder, ExportNames.Blobs)))
        {
            if (Digest.Of(await File.ReadAllBytesAsync(blob, cancellationToken)).Hex != Path.GetFileName(blob))
            {
                return Fault(check, $"The blob {Path.GetFileName(blob)} is not the bytes that its name says.");
            }
        }

        return await CountFaultAsync(folder, cancellationToken) is { } wrong ? Fault(check, wrong) : null;
    }

    /// <summary>A blob goes with the key that opens it: where somebody was forgotten, both are gone.</summary>
    private static async Task<string?> MissingBlobAsync(string folder, HashSet<(string Key, string Name)> named, CancellationToken cancellationToken)
    {
        var missing = named.Where(blob => !File.Exists(Path.Combine(folder, ExportNames.Blobs, blob.Name))).ToArray();
        if (missing.Length == 0 || !File.Exists(Path.Combine(folder, ExportNames.Keys)))
        {
            return missing is [var first, ..] ? first.Name : null;
        }

        var keys = new HashSet<string>();
        await foreach (var key in ExportedKeys.ReadAsync(folder, cancellationToken))
        {
            keys.Add(key.Stream.Value);
        }

        return missing.Where(blob => keys.Contains(blob.Key)).Select(blob => blob.Name).FirstOrDefault();
    }

    private static async Task<string?> CountFaultAsync(string folder, CancellationToken cancellationToken)
    {
        try
        {
            using var manifest = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(folder, ExportNames.Manifest), cancellationToken));
            var counts = manifest.RootElement.GetProperty("counts"u8);
            return Differs(counts, "commits", Lines(folder, ExportNames.Journal))
                ?? Differs(counts, "keys", Lines(folder, ExportNames.Keys))
                ?? Differs(counts, "knowledge", Lines(folder, ExportNames.Knowledge))
                ?? Differs(counts, "records", Directory.EnumerateFiles(Path.Combine(folder, ExportNames.Records)).Sum(file => File.ReadLines(file).LongCount()))
                ?? Differs(counts, "blobs", Directory.EnumerateFiles(Path.Combine(folder, ExportNames.Blobs)).LongCount());
        }
        catch (Exception fault) when (fault is JsonException or IOException or KeyNotFoundException or InvalidOperationException)
        {
            return $"{ExportNames.Manifest} or a file that it counts cannot be read.";
        }
    }

    private static string? Differs(JsonElement counts, string name, long found) =>
        counts.GetProperty(name).GetInt64() is var said && said == found ? null : $"{ExportNames.Manifest} says {said} {name}, but there are {found}.";

    private static long Lines(string folder, string name) => File.ReadLines(Path.Combine(folder, name)).LongCount();

    private static ChainReport Fault(ChainCheck check, string sentence) => new(Ok: false, check.Head.Position, Position: null, sentence);
}
