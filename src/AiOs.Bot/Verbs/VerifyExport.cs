using AiOs.Kernel.Hosting;

namespace AiOs.Bot.Verbs;

/// <summary><c>journal verify --from</c>: needs no workspace.</summary>
internal static class VerifyExport
{
    public static async Task<VerbResult> RunAsync(string folder, bool json, CancellationToken cancellationToken) =>
        VerbText.Of(await Workspace.VerifyExportAsync(folder, cancellationToken), json);
}
