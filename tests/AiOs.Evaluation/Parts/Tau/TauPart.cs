using AiOs.Contracts.Effects;
using AiOs.Evaluation.Reporting;
using AiOs.Testing.Hosting;

namespace AiOs.Evaluation.Parts.Tau;

/// <summary>
/// The writes of a shop's tasks through the real host with the policy that comes with the program. Each becomes a card and waits; a seeded part is approved,
/// one rejected, one left, while the host is killed again and again; then each approved one must stand in the shop's own log once, and no other at all.
/// The shop keeps the keys of one half of its tools and can only be asked about the other. Nothing is learned, so every write is scored.
/// </summary>
internal sealed class TauPart : IEvaluationPart
{
    private const int Seed = 20261123;
    private const double Approved = 0.6;
    private const double Rejected = 0.2;

    public string Name => "tau";

    public async Task RunAsync(EvaluationOptions options, Report report, CancellationToken cancellationToken)
    {
        var writes = await GoldWrite.ReadAsync(options, cancellationToken);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(15));
        var random = new Random(Seed);
        var cases = writes.Select(write => new WriteCase(write, Draw(random.NextDouble()))).ToList();
        var tools = writes.Select(static write => write.Call.Tool).Distinct().Order(StringComparer.Ordinal)
            .Select(static (tool, at) => (tool, Class: at % 2 == 0 ? OutcomeClass.Keyed : OutcomeClass.Queryable)).ToDictionary(static one => one.tool, static one => one.Class);
        await using var place = await ShopHost.MakeAsync(writes, tools, limit.Token);
        var run = new TauRun(place, cases);
        var whole = false;
        try
        {
            await run.PrepareAsync(limit.Token);
            await KillAsync(run, Groups(cases, tools), random, limit.Token);
            await run.SettleAsync(limit.Token);
            whole = true;
        }
        catch (Exception broken) when (broken is TimeoutException or HttpRequestException or ProcessEndedException or InvalidDataException || (broken is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            report.Fault($"tau: not carried to its end: {broken.Message}");
        }

        Tell(report, place, run, cases);
        report.Add("tau.whole", whole ? 1 : 0, Goal.Least(1), "carried to its end: all at rest, started once more, the journal's chain sound");
    }

    private static Fate Draw(double drawn) => drawn < Approved ? Fate.Approve : drawn < Approved + Rejected ? Fate.Reject : Fate.Leave;

    /// <summary>Those that can only be asked about come first: half a minute goes by until such a one is tried again.</summary>
    private static IReadOnlyList<List<WriteCase>> Groups(List<WriteCase> cases, Dictionary<string, OutcomeClass> tools) =>
        [.. new[] { OutcomeClass.Queryable, OutcomeClass.Keyed }.Select(outcomeClass => cases.Where(one => one.Fate is not Fate.Leave && tools[one.Write.Call.Tool] == outcomeClass).ToList())];

    /// <summary>For each half one round of points to be killed at, with a share of its writes at each; what was not decided there comes with the next.</summary>
    private static async Task KillAsync(TauRun run, IReadOnlyList<List<WriteCase>> halves, Random random, CancellationToken cancellationToken)
    {
        var open = new List<WriteCase>();
        foreach (var half in halves)
        {
            var points = KillPoint.Round(random);
            for (var at = 0; at < points.Count; at++)
            {
                open = [.. open.Where(static one => !one.IsSettled), .. half.Where((_, index) => index % points.Count == at)];
                if (open.Count > 0)
                {
                    await run.KillAsync(open, points[at], cancellationToken);
                }
            }
        }
    }

    private static void Tell(Report report, ShopHost place, TauRun run, List<WriteCase> cases)
    {
        var made = place.Shop.Made;
        var approved = cases.Where(static one => one.Fate is Fate.Approve).ToList();
        var waited = cases.Where(static one => one.Waited && (one.Fate is not Fate.Leave || one.State == "awaiting-approval")).ToList();
        var once = approved.Where(one => one.State == "done" && made.Where(one.Owns).ToList() is [var only] && one.Is(only)).ToList();
        cases.Except(waited).ToList().ForEach(one => report.Fault($"tau: did not wait: {one}"));
        approved.Except(once).ToList().ForEach(one => report.Fault($"tau: in the shop's log {made.Count(one.Owns)} times: {one}"));
        run.Unapproved.ToList().ForEach(call => report.Fault($"tau: came unapproved: {call}"));
        report.Add("tau.writes", cases.Count, note: $"{approved.Count} approved, {cases.Count(static one => one.Fate is Fate.Reject)} rejected, the others left; seed {Seed}");
        report.Add("tau.waited", waited.Count, Goal.Least(cases.Count), "a card with the one call, nothing at the shop");
        report.Add("tau.ranOnce", once.Count, Goal.Least(approved.Count), $"of {place.Shop.Came.Count} calls that came; {run.Kills.Count} hosts killed: {string.Join(", ", run.Kills)}");
        report.Add("tau.unapproved", run.Unapproved.Count, Goal.Most(0), "calls that nobody had approved like that");
    }
}
