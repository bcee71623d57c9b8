using AiOs.Contracts.Schedules;
using AiOs.Kernel.Timing;

namespace AiOs.Kernel.Digests.Sending;

/// <summary>The daily digest as a job. What it needs is asked for when it runs: whoever runs jobs is itself part of what a digest tells of.</summary>
internal sealed class DailyDigest(DigestSettings settings, Func<DigestTurn> turn, TimeProvider time) : IJob
{
    public const string JobName = "daily-digest";

    private readonly DateTimeOffset _started = time.Instant();

    public string Name => JobName;

    public string Title => "Send the daily digest";

    public string Cron => settings.Cron;

    public CatchUp CatchUp => CatchUp.Once;

    public TimeSpan Timeout => TimeSpan.FromMinutes(5);

    public Task<JobReport> RunAsync(JobCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        return turn().RunAsync(call, _started, cancellationToken);
    }
}
