using System.Globalization;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Schedules;
using AiOs.Kernel.Journal.Chain;

namespace AiOs.Kernel.Schedules.Jobs;

/// <summary>Checks every commit of the journal, every link and the signed heads, once a day.</summary>
internal sealed class JournalVerification(ChainVerifier verifier, IJournalStore store) : IJob
{
    public string Name => "journal-verification";

    public string Title => "Check the journal";

    public string Cron => "0 0 4 * * ?";

    public CatchUp CatchUp => CatchUp.Once;

    public TimeSpan Timeout { get; } = TimeSpan.FromMinutes(30);

    public async Task<JobReport> RunAsync(JobCall call, CancellationToken cancellationToken)
    {
        var report = await verifier.VerifyAsync(cancellationToken);
        return report.Ok
            ? new JobReport.Proved(report.Sentence,
            [
                new Fact("commits", report.Commits.ToString(CultureInfo.InvariantCulture)),
                new Fact("head", await HashAsync(report.Commits, cancellationToken)),
            ])
            : new JobReport.Failed($"{report.Sentence} Stop everything with /freeze and put a backup back.", MayRetry: false);
    }

    /// <summary>The hash that stands at the last position that was checked, so that another copy can be held against it.</summary>
    private async Task<string> HashAsync(long position, CancellationToken cancellationToken) =>
        await store.ReadAsync(position, 1, cancellationToken) is [var last, ..] ? last.Hash.ToString() : "nothing written yet";
}
