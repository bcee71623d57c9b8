using System.Collections.Concurrent;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Schedules;

namespace AiOs.Kernel.Tests.Schedules;

/// <summary>A job that does what it is told, and remembers for which moments it was run.</summary>
internal sealed class ScriptedJob(string name = "probe") : IJob
{
    public string Name => name;

    public string Title => "Probe";

    public string Cron { get; init; } = "0 0 * * * ?";

    public CatchUp CatchUp { get; init; }

    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(1);

    public Func<JobCall, CancellationToken, Task<JobReport>> Does { get; set; } = (_, _) => Task.FromResult<JobReport>(new JobReport.Proved("Probed.", [new Fact("found", "3")]));

    public ConcurrentQueue<JobCall> Calls { get; } = [];

    public Task<JobReport> RunAsync(JobCall call, CancellationToken cancellationToken)
    {
        Calls.Enqueue(call);
        return Does(call, cancellationToken);
    }
}
