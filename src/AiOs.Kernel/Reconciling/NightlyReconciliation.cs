using System.Globalization;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Schedules;

namespace AiOs.Kernel.Reconciling;

/// <summary>The comparison with the outside, every night.</summary>
internal sealed class NightlyReconciliation(Reconciliation reconciliation) : IJob
{
    public string Name => "nightly-reconciliation";

    public string Title => "Compare Records with the outside";

    public string Cron => "0 30 3 * * ?";

    public CatchUp CatchUp => CatchUp.Once;

    public TimeSpan Timeout { get; } = TimeSpan.FromMinutes(15);

    public async Task<JobReport> RunAsync(JobCall call, CancellationToken cancellationToken) =>
        ReportOf(await reconciliation.RunAsync(cancellationToken));

    internal static JobReport ReportOf(Reconciled found) => found.Faults.Count > 0
        ? new JobReport.Failed(
            $"{string.Join(" and ", found.Faults.Select(fault => fault.System))} could not be compared; {Others(found)}. {string.Join(' ', found.Faults.Select(fault => fault.Sentence))}",
            MayRetry: true)
        : new JobReport.Proved(
            found.Drifts == 0 ? "Records and the outside say the same." : $"Records and the outside differ in {Count(found.Drifts)}.",
            [
                new Fact("Systems read", Text(found.Systems)),
                new Fact("Records compared", Text(found.Records)),
                new Fact("Drifts found", Text(found.Drifts)),
                new Fact("Drifts open", Text(found.Open)),
                new Fact("Unknown outcomes looked at", Text(found.Looked)),
                new Fact("Unknown outcomes settled", Text(found.Settled)),
            ]);

    private static string Others(Reconciled found) => found.Systems == found.Faults.Count
        ? "there are no others"
        : $"of the others {Text(found.Records)} Records were, and {Count(found.Drifts)} found to differ";

    private static string Count(int drifts) => drifts == 1 ? "one field" : $"{Text(drifts)} fields";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
