using AiOs.Bot.Composition;
using AiOs.Bot.Hosting;
using AiOs.Bot.Verbs;
using AiOs.Contracts;
using AiOs.Contracts.Restoring;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal.Importing;
using AiOs.Kernel.Restoring;

namespace AiOs.Bot.Copies;

/// <summary>
/// <c>import</c> and <c>restore</c>: fill the store from a copy while no host runs. What they need of the store is opened only after the copy was
/// checked and an old store was put aside.
/// </summary>
internal sealed class RestoreVerbs(HostPlaces places, StoreAside aside, IRestoreMarks marks, Func<ImportCheck> check, Func<WorkspaceCopies> copies)
{
    public async Task<VerbResult> RunAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var folder = request.Folder!;
            var report = await Workspace.VerifyExportAsync(folder, cancellationToken);
            if (!report.Ok)
            {
                return VerbResult.Wrong($"{folder} is not whole, so nothing was written: {report.Sentence}");
            }

            PutKey(folder);
            await check().CheckAsync(folder, cancellationToken);
            var before = request.Verb == VerbNames.Restore && marks.Read() is not { Complete: false } ? aside.Move() : null;
            return Said(await copies().ImportAsync(folder, before, cancellationToken), request);
        }
        catch (AiOsException fault)
        {
            return VerbResult.Wrong(fault.Message);
        }
    }

    /// <summary>A copy opens with its own key only, so none is made here as a first start would.</summary>
    private void PutKey(string folder)
    {
        if (File.Exists(places.KeyFile))
        {
            return;
        }

        var kept = Path.Combine(folder, BackupNote.KeyName);
        if (!File.Exists(kept))
        {
            throw new AiOsException($"The key file {places.KeyFile} is missing and not in the copy, so nothing was written; put the key of that workspace there, then try again.");
        }

        PrivateFile.WriteNew(places.KeyFile, PrivateFile.Read(kept));
    }

    private static VerbResult Said(RestoreMark mark, VerbRequest request) => VerbResult.Done(request.Json
        ? VerbText.Json(writer =>
        {
            writer.WriteNumber("position", mark.Position);
            writer.WriteString("hash", mark.Hash.Hex);
            writer.WriteBoolean("frozen", true);
            writer.WriteString("aside", mark.Aside);
        })
        : $"Put back {mark.Position} commits; the head is {mark.Hash}.{(mark.Aside is null ? string.Empty : $" The store that was here is in {mark.Aside}.")} Nothing leaves before you say 'resume'.");
}
