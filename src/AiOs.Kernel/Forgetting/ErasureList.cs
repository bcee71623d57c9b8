using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AiOs.Contracts;
using AiOs.Contracts.Forgetting;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Json;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal.Sealing;

namespace AiOs.Kernel.Forgetting;

/// <summary>
/// Which streams were forgotten, kept outside of backups and signed like a head: names of streams only. A list that was changed is refused,
/// since a copy that is put back without it would bring people back.
/// </summary>
internal sealed class ErasureList(IErasureFile file, WorkspaceKeys keys, WorkspaceSettings settings)
{
    private readonly Lock _gate = new();

    /// <summary>Every stream that was ever forgotten.</summary>
    public IReadOnlySet<StreamId> All() => Read().Values.SelectMany(streams => streams).ToHashSet();

    /// <summary>What one forgetting closed.</summary>
    public IReadOnlyCollection<StreamId> Of(string forgetting) => Read().TryGetValue(forgetting, out var streams) ? streams : [];

    /// <summary>Adds streams to one forgetting, durably. Two at once both stand in the list.</summary>
    public void Add(string forgetting, IEnumerable<StreamId> streams)
    {
        lock (_gate)
        {
            AddAlone(forgetting, streams);
        }
    }

    private void AddAlone(string forgetting, IEnumerable<StreamId> streams)
    {
        var all = Read();
        if (!all.TryGetValue(forgetting, out var mine))
        {
            all[forgetting] = mine = new SortedSet<StreamId>(Comparer<StreamId>.Create((one, other) => string.CompareOrdinal(one.Value, other.Value)));
        }

        var before = mine.Count;
        mine.UnionWith(streams);
        if (mine.Count > before || before == 0)
        {
            file.Write(Written(all));
        }
    }

    private SortedDictionary<string, SortedSet<StreamId>> Read()
    {
        var all = new SortedDictionary<string, SortedSet<StreamId>>(StringComparer.Ordinal);
        if (file.Read() is not { } bytes)
        {
            return all;
        }

        try
        {
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { AllowDuplicateProperties = false });
            foreach (var entry in document.RootElement.GetProperty("forgotten"u8).EnumerateObject())
            {
                all[entry.Name] = new SortedSet<StreamId>(entry.Value.EnumerateArray().Select(name => new StreamId(name.GetString()!)), Comparer<StreamId>.Create((one, other) => string.CompareOrdinal(one.Value, other.Value)));
            }

            return keys.IsSigned(Body(all), document.RootElement.GetProperty("signature"u8).GetBytesFromBase64())
                ? all
                : throw new AiOsException("The list of who was forgotten was changed, or belongs to another key file; put the right one back beside the second signed head.");
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or CryptographicException)
        {
            throw new AiOsException("The list of who was forgotten cannot be read; put it back beside the second signed head.", fault);
        }
    }

    private byte[] Written(SortedDictionary<string, SortedSet<StreamId>> all)
    {
        var body = Body(all);
        var signature = $",\"signature\":\"{Convert.ToBase64String(keys.SignHead(body))}\"}}\n";
        return [.. body.AsSpan(0, body.Length - 1), .. Encoding.ASCII.GetBytes(signature)];
    }

    private byte[] Body(SortedDictionary<string, SortedSet<StreamId>> all)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(body))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("forgotten"u8);
            foreach (var (forgetting, streams) in all)
            {
                writer.WriteStartArray(forgetting);
                foreach (var stream in streams)
                {
                    writer.WriteStringValue(stream.Value);
                }

                writer.WriteEndArray();
            }

            writer.WriteEndObject();
            writer.WriteString("workspace"u8, settings.Id.Value);
            writer.WriteEndObject();
        }

        return CanonicalJson.Of(body.WrittenMemory);
    }
}
