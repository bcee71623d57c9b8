using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AiOs.Contracts;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Contracts.Json;
using AiOs.Kernel.Journal.Sealing;

namespace AiOs.Kernel.Journal.Chain;

/// <summary>
/// Writes the canonical bytes of commits and chains them. Members are written in RFC 8785 order from the start,
/// and all that stands in clear is printable ASCII, so that nothing has to be sorted or escaped again.
/// Not for several threads: the journal's one writer owns it.
/// </summary>
internal sealed class CommitWriter(WorkspaceId workspace, Vault vault)
{
    private readonly ArrayBufferWriter<byte> _clear = new(4096);
    private readonly ArrayBufferWriter<byte> _personal = new(4096);

    public StoredCommit Write(Commit commit, Digest previous, StreamKey? key)
    {
        var sealedPart = SealPersonal(commit, key);
        _clear.ResetWrittenCount();
        using var writer = new Utf8JsonWriter(_clear, EventCodec.WriterOptions);
        WriteUpToEvents(writer, commit);
        writer.Flush();
        var cut = _clear.WrittenCount;
        WriteFromId(writer, commit, previous, sealedPart);
        writer.Flush();
        return Chain(commit, _clear.WrittenSpan, cut);
    }

    /// <summary>What binds sealed data to its place: it opens nowhere else.</summary>
    public static byte[] AssociatedData(StreamId stream, long version) => Encoding.ASCII.GetBytes($"{stream.Value}\n{version}");

    private static void WriteUpToEvents(Utf8JsonWriter writer, Commit commit)
    {
        writer.WriteStartObject();
        writer.WriteString("at"u8, InstantConverter.ToText(commit.At));
        writer.WriteString("cause"u8, commit.Cause);
        if (commit.Dedupe is not null)
        {
            writer.WriteString("dedupe"u8, commit.Dedupe);
        }

        writer.WriteStartArray("events"u8);
        foreach (var happened in commit.Events)
        {
            EventCodec.WriteClear(writer, happened);
        }

        writer.WriteEndArray();
    }

    private void WriteFromId(Utf8JsonWriter writer, Commit commit, Digest previous, byte[]? sealedPart)
    {
        writer.WriteString("id"u8, commit.Id.ToString());
        writer.WriteNumber("position"u8, commit.Position);
        writer.WriteString("prev"u8, previous.Hex);
        if (sealedPart is not null)
        {
            writer.WriteBase64String("sealed"u8, sealedPart);
        }

        writer.WriteString("stream"u8, commit.Stream.Value);
        writer.WriteNumber("version"u8, commit.Version);
        writer.WriteString("workspace"u8, workspace.Value);
        writer.WriteEndObject();
    }

    private static StoredCommit Chain(Commit commit, ReadOnlySpan<byte> withoutHash, int cut)
    {
        if (withoutHash.IndexOfAnyExceptInRange((byte)0x20, (byte)0x7e) is var odd and >= 0)
        {
            throw new AiOsException($"A commit would hold the byte {withoutHash[odd]} in clear; clear text in the journal is ASCII.");
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(withoutHash, hash);
        var digest = new Digest(Convert.ToHexStringLower(hash));
        var member = Encoding.ASCII.GetBytes($",\"hash\":\"{digest.Hex}\"");
        var bytes = new byte[withoutHash.Length + member.Length];
        withoutHash[..cut].CopyTo(bytes);
        member.CopyTo(bytes, cut);
        withoutHash[cut..].CopyTo(bytes.AsSpan(cut + member.Length));
        return new StoredCommit(commit.Position, commit.Stream, commit.Version, commit.Id, commit.Dedupe, digest, bytes);
    }

    private byte[]? SealPersonal(Commit commit, StreamKey? key)
    {
        if (!commit.Events.Any(happened => happened.PersonalPart is not null))
        {
            return null;
        }

        if (key is null)
        {
            throw new AiOsException($"The stream {commit.Stream} has no data key: its subject was forgotten, and nothing personal is written to it again.");
        }

        WritePersonal(commit.Events);
        return vault.Seal(key, _personal.WrittenSpan, AssociatedData(commit.Stream, commit.Version));
    }

    private void WritePersonal(IReadOnlyList<JournalEvent> events)
    {
        _personal.ResetWrittenCount();
        using var writer = new Utf8JsonWriter(_personal, EventCodec.WriterOptions);
        writer.WriteStartArray();
        foreach (var happened in events)
        {
            EventCodec.WritePersonal(writer, happened);
        }

        writer.WriteEndArray();
    }
}
