using AiOs.Contracts.Schedules;

namespace AiOs.Kernel.Playbooks.Starting;

/// <summary>The schedules that stand in playbooks.</summary>
internal sealed class PlaybookSchedules(PlaybookShelf shelf) : IScheduleSource
{
    public async Task<IReadOnlyList<PlannedSchedule>> FindAsync(CancellationToken cancellationToken) =>
    [
        .. (await shelf.ListAsync(cancellationToken)).Select(playbook => playbook.Document).OfType<PlaybookDocument>().Where(document => document.Cron is not null)
            .Select(document => new PlannedSchedule("playbook-" + document.Name, document.Cron!, FiringKind.Playbook, document.Name, CatchUp.Once, PlaybookShelf.IdOf(document.Name).ToString())),
    ];
}
