using Quartz;

namespace AiOs.Jobs;

/// <summary>What Quartz runs: it only says that a time has come.</summary>
internal sealed class Ringing(Bell bell) : IJob
{
    ValueTask IJob.Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        bell.Ring(context.JobDetail.Key.Name);
        return ValueTask.CompletedTask;
    }
}
