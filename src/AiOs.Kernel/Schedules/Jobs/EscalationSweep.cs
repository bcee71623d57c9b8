using System.Globalization;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Schedules;
using AiOs.Kernel.Timing;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Schedules.Jobs;

/// <summary>
/// Takes every step that is due, reminders and ends of questions among them, and proves that nothing open is without a next step or overdue. The host
/// does so all the time; this is who would notice if it did not.
/// </summary>
internal sealed class EscalationSweep(WakeUps wakeUps, IJournalStore store, TimeProvider time) : IJob
{
    private const int PageSize = 200;
    private const int MostNamed = 5;

    /// <summary>A step is overdue when it was not taken for so long: another host may be at it, and an attempt may take its time.</summary>
    private static readonly TimeSpan Overdue = TimeSpan.FromMinutes(5);

    public string Name => "escalation-sweep";

    public string Title => "Look that nothing is left lying";

    public string Cron => "0 7 0/4 * * ?";

    public CatchUp CatchUp => CatchUp.Skip;

    public TimeSpan Timeout { get; } = TimeSpan.FromMinutes(10);

    public async Task<JobReport> RunAsync(JobCall call, CancellationToken cancellationToken)
    {
        var due = await wakeUps.WakeDueAsync(cancellationToken);
        var (open, lost) = await LookAsync(cancellationToken);
        return lost.Count == 0
            ? new JobReport.Proved("Nothing open is overdue or without a next step",
            [
                new Fact("steps that were due", due.ToString(CultureInfo.InvariantCulture)),
                new Fact("open", open.ToString(CultureInfo.InvariantCulture)),
                new Fact("overdue", "0"),
            ])
            : new JobReport.Failed(
                string.Create(CultureInfo.InvariantCulture, $"{lost.Count} of {open} open work items do not go on: {string.Join(", ", lost.Take(MostNamed))}. Look at each with /show, and at the log."),
                MayRetry: false);
    }

    private async Task<(int Open, IReadOnlyList<WorkItemId> Lost)> LookAsync(CancellationToken cancellationToken)
    {
        var (open, lost, before) = (0, new List<WorkItemId>(), (WorkItemId?)null);
        while (true)
        {
            var page = await store.ListWorkItemsAsync(PageSize, before, openOnly: true, cancellationToken);
            open += page.Count;
            lost.AddRange(page.Where(row => row.WakeAt is not { } at || at < time.Instant() - Overdue).Select(row => row.Id));
            if (page.Count < PageSize)
            {
                return (open, lost);
            }

            before = page[^1].Id;
        }
    }
}
