using AiOs.Bot.Verbs.Knowing;
using AiOs.Contracts.Desk;
using AiOs.Kernel.Hosting;

namespace AiOs.Bot.Verbs;

/// <summary><c>journal verify</c> and <c>rebuild</c>.</summary>
internal sealed class JournalVerbs(Workspace workspace, IDesk desk, MemoryVerbs memory)
{
    public async Task<VerbResult> VerifyAsync(VerbRequest request, CancellationToken cancellationToken) =>
        VerbText.Of(await desk.VerifyAsync(cancellationToken), request.Json);

    public async Task<VerbResult> RebuildAsync(VerbRequest request, bool hosted, CancellationToken cancellationToken)
    {
        if (hosted)
        {
            return VerbResult.Wrong("A host is running on this data folder; stop it, then rebuild.");
        }

        var (same, commits) = await workspace.RebuildAsync(cancellationToken);
        await memory.RebuildAsync(cancellationToken);
        return VerbResult.Done(request.Json
            ? VerbText.Json(writer =>
            {
                writer.WriteNumber("commits", commits);
                writer.WriteBoolean("same", same);
            })
            : $"Rebuilt from {commits} commits; what was there before {(same ? "was the same" : "was different, and is right now")}.");
    }
}
