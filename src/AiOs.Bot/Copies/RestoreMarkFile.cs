using System.Text.Json;
using AiOs.Bot.Composition;
using AiOs.Bot.Hosting;
using AiOs.Contracts;
using AiOs.Contracts.Restoring;

namespace AiOs.Bot.Copies;

/// <summary>The mark of a copy that was put back: <c>restored.json</c> in the data folder.</summary>
internal sealed class RestoreMarkFile(HostPlaces places) : IRestoreMarks
{
    public RestoreMark? Read()
    {
        if (!File.Exists(places.Restored))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(PrivateFile.Read(places.Restored), CopyJson.Default.RestoreMark) ?? throw new JsonException();
        }
        catch (JsonException fault)
        {
            throw new AiOsException($"{places.Restored} cannot be read; run the restore again.", fault);
        }
    }

    public void Write(RestoreMark? mark)
    {
        if (mark is not null)
        {
            PrivateFile.Replace(places.Restored, JsonSerializer.SerializeToUtf8Bytes(mark, CopyJson.Default.RestoreMark));
            return;
        }

        try
        {
            File.Delete(places.Restored);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new AiOsException($"{places.Restored} cannot be deleted; check the folder, then say /resume again.", fault) { IsTransient = true };
        }
    }
}
