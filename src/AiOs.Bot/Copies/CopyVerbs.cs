using System.Text.Json;
using AiOs.Bot.Composition;
using AiOs.Bot.Hosting;
using AiOs.Bot.Verbs;
using AiOs.Kernel.Restoring;

namespace AiOs.Bot.Copies;

/// <summary><c>export</c> and <c>backup</c>: copies that are written while the host runs.</summary>
internal sealed class CopyVerbs(WorkspaceCopies copies, HostPlaces places)
{
    private const string KeyWarning = "The workspace key is in it: whoever has this folder can read everything, so keep it as safe as the key itself.";

    public async Task<VerbResult> ExportAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        var (position, hash, _) = await copies.WriteAsync("export", request.Folder!, request.Plain, cancellationToken);
        return VerbResult.Done(request.Json
            ? VerbText.Json(writer =>
            {
                writer.WriteNumber("position", position);
                writer.WriteString("hash", hash.Hex);
                writer.WriteString("folder", request.Folder);
            })
            : $"Exported {position} commits to {request.Folder}; the head is {hash}.");
    }

    public async Task<VerbResult> BackupAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        var (position, hash, at) = await copies.WriteAsync("backup", request.Folder!, plain: false, cancellationToken);
        if (request.WithKey)
        {
            PrivateFile.WriteNew(Path.Combine(request.Folder!, BackupNote.KeyName), PrivateFile.Read(places.KeyFile));
        }

        var note = new BackupNote(1, at, position, hash.Hex, request.WithKey);
        PrivateFile.WriteNew(Path.Combine(request.Folder!, BackupNote.FileName), JsonSerializer.SerializeToUtf8Bytes(note, CopyJson.Default.BackupNote));
        var about = request.WithKey ? KeyWarning : $"It opens only with the key file {places.KeyFile}, which is not in it; keep that elsewhere.";
        return VerbResult.Done(request.Json
            ? VerbText.Json(writer =>
            {
                writer.WriteNumber("position", position);
                writer.WriteString("hash", hash.Hex);
                writer.WriteString("folder", request.Folder);
                writer.WriteBoolean("key", request.WithKey);
                writer.WriteString("sentence", about);
            })
            : $"Backed up {position} commits to {request.Folder}. {about}");
    }
}
