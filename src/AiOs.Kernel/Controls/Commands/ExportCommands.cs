using System.Globalization;
using AiOs.Contracts.Desk;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Restoring;
using AiOs.Kernel.Timing;

namespace AiOs.Kernel.Controls.Commands;

/// <summary>Writes everything out, beside the data. It is still sealed, so it can be copied anywhere.</summary>
internal sealed class ExportCommands(WorkspaceCopies copies, WorkspaceSettings settings, TimeProvider time) : ICommandGroup
{
    public IEnumerable<OperatorCommand> Commands =>
    [
        new("export", string.Empty, "writes everything out, sealed", (_, _, stop) => ExportAsync(stop)) { Changes = _ => true },
    ];

    private async Task<CommandReply> ExportAsync(CancellationToken cancellationToken)
    {
        if (settings.ExportDirectory is not { } directory)
        {
            return new CommandReply(Done: false, "There is no place for exports here; use the verb: export --out FOLDER.", []);
        }

        var name = time.Instant().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var (position, _, _) = await copies.WriteAsync("export", Path.Combine(directory, name), plain: false, cancellationToken);
        return new CommandReply(Done: true, string.Create(CultureInfo.InvariantCulture, $"Everything up to position {position} is written to {Path.GetFileName(directory)}/{name} in the data folder."), []);
    }
}
