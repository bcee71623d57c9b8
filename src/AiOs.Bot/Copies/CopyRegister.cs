using System.Text;
using System.Text.Json;
using AiOs.Bot.Composition;
using AiOs.Bot.Hosting;
using AiOs.Contracts;
using AiOs.Contracts.Forgetting;

namespace AiOs.Bot.Copies;

/// <summary>Where exports and backups were written: one line each in <c>copies.jsonl</c> of the data folder.</summary>
internal sealed class CopyRegister(HostPlaces places) : ICopyRegister
{
    private readonly Lock _gate = new();

    public void Add(KnownCopy copy)
    {
        lock (_gate)
        {
            var before = File.Exists(places.Copies) ? PrivateFile.Read(places.Copies) : [];
            PrivateFile.Replace(places.Copies, [.. before, .. JsonSerializer.SerializeToUtf8Bytes(copy, CopyJson.Default.KnownCopy), (byte)'\n']);
        }
    }

    public IReadOnlyList<KnownCopy> List()
    {
        lock (_gate)
        {
            return File.Exists(places.Copies)
                ? [.. Encoding.UTF8.GetString(PrivateFile.Read(places.Copies)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Read)]
                : [];
        }
    }

    private KnownCopy Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, CopyJson.Default.KnownCopy) ?? throw new JsonException();
        }
        catch (JsonException fault)
        {
            throw new AiOsException($"{places.Copies} cannot be read, so nobody knows which copies were written; look for older ones yourself, then delete the file.", fault);
        }
    }
}
