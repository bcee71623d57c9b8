using AiOs.Contracts.Cards;
using AiOs.Contracts.Schedules;
using AiOs.Kernel.Budgets;
using AiOs.Kernel.Budgets.Reports;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Policy;
using AiOs.Kernel.Timing;

namespace AiOs.Kernel.Schedules.Jobs;

/// <summary>At midnight, looks that the caps of a day begin anew, and reports what the day before used of them.</summary>
internal sealed class CapResets(WorkspaceJournal journal, PolicyShelf policies, WorkspaceSettings settings, TimeProvider time) : IJob
{
    public string Name => "cap-resets";

    public string Title => "Begin the day's caps anew";

    public string Cron => "0 0 0 * * ?";

    public CatchUp CatchUp => CatchUp.Skip;

    public TimeSpan Timeout { get; } = TimeSpan.FromMinutes(1);

    public Task<JobReport> RunAsync(JobCall call, CancellationToken cancellationToken)
    {
        var today = settings.Local(time.Instant());
        var (now, before) = (UsesOn(today), UsesOn(today.AddDays(-1)));
        var over = now.Where(use => use.Exceeded).Select(use => use.Cap.Name).ToList();
        var begun = now.Where(use => use.Used.Minor != 0).Select(use => $"{use.Cap.Name} at {use.Used}").ToList();
        return Task.FromResult<JobReport>(over.Count > 0
            ? new JobReport.Failed($"The day begins with a cap that is over: {string.Join(", ", over)}. /budget shows it; look at what was spent since midnight.", MayRetry: false)
            : new JobReport.Proved(
                begun.Count == 0 ? "Every cap of a day begins at nothing" : "The caps of a day begin anew; used since midnight: " + string.Join(", ", begun),
                [
                    new Fact("caps of a day", now.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                    .. before.Select(use => new Fact("yesterday " + use.Cap.Name, $"{use.Used} of {use.Cap.Most}{(use.Exceeded ? ", which is over" : string.Empty)}")),
                ]));
    }

    private IReadOnlyList<CapUse> UsesOn(DateTimeOffset local)
    {
        var (budget, policy) = (journal.Ledger.Budget, policies.Latest);
        return [.. budget.Uses(local, policy.SpendingCaps).Concat(budget.ModelUses(local, policy.ModelCaps)).Where(use => use.Cap.Period is CapPeriod.Day)];
    }
}
