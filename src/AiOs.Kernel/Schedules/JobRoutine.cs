using System.Globalization;
using System.Text.Json;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Schedules;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.WorkItems;
using AiOs.Kernel.WorkItems.Routines;

namespace AiOs.Kernel.Schedules;

/// <summary>Proposes that a job is run that came due, and nothing else.</summary>
internal sealed class JobRoutine(JobShelf jobs, WorkspaceSettings settings) : IRoutine
{
    public bool Fits(WorkItem item) => FiredIn(item) is { Kind: FiringKind.Job };

    public Task<RoutineDraft> DraftAsync(WorkItem item, CancellationToken cancellationToken)
    {
        var fired = FiredIn(item)!;
        var arguments = new JobRunArguments(fired.Target, fired.DueAt, fired.Missed);
        var draft = new ProposalDraft
        {
            Summary = (jobs.Find(fired.Target)?.Title ?? $"Run the job {fired.Target}") + ".",
            Reasons = [ReasonOf(fired)],
            Confidence = Confidence.Certain,
            Effects = [new EffectDraft(EffectKind.JobRun, JsonSerializer.Serialize(arguments, ArgumentsJson.Default.JobRunArguments))],
        };
        return Task.FromResult(new RoutineDraft(AgentName.Kernel, draft));
    }

    /// <summary>The firing that only the clock can have brought: nobody outside can say that something is due.</summary>
    private static Occasion.Fired? FiredIn(WorkItem item) =>
        item.Received is { Authority: Authority.System } received && received.Channel == ChannelName.Schedule ? item.Content?.Occasion as Occasion.Fired : null;

    private string ReasonOf(Occasion.Fired fired)
    {
        var due = settings.Local(fired.DueAt).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return fired.Missed == 0 ? $"it was due at {due}" : string.Create(CultureInfo.InvariantCulture, $"it was due at {due}, and {fired.Missed} times before while no host ran");
    }
}
