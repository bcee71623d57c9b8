using AiOs.Bot.Composition;
using AiOs.Bot.Hosting;
using AiOs.Contracts.Forgetting;
using AiOs.Kernel.Journal.Sealing;

namespace AiOs.Bot.Copies;

/// <summary>Who was forgotten, beside the second signed head: outside the data folder and outside of backups.</summary>
internal sealed class ErasureFile(HostPlaces places, WorkspaceKeys keys) : IErasureFile
{
    private readonly string _path = Path.ChangeExtension(HeadFiles.SecondOf(places, keys), ".erasures.json");

    public byte[]? Read() => File.Exists(_path) ? PrivateFile.Read(_path) : null;

    public void Write(ReadOnlySpan<byte> list) => PrivateFile.Replace(_path, list);
}
