using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Approvals;
using AiOs.Kernel.Effects;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Journal.Chain;
using AiOs.Kernel.Policy;
using AiOs.Kernel.Policy.Judging;
using AiOs.Kernel.Policy.Trials;
using AiOs.Kernel.Timing;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Controls;

/// <summary>Holds what was judged in the last days against a draft policy. Reads the journal and appends nothing.</summary>
internal sealed class PolicyReplay(WorkspaceJournal journal, IJournalStore store, PolicyShelf shelf, EffectCatalog catalog, WorkspaceSettings settings, TimeProvider time)
{
    private const int PageSize = 200;
    private const int MostDays = 3650;

    public async Task<PolicyTrialView> TryAsync(string text, int days, CancellationToken cancellationToken)
    {
        var reading = shelf.Try(text);
        if (reading is not PolicyReading.Good good)
        {
            var bad = (PolicyReading.Bad)reading;
            return new PolicyTrialView(Accepted: false, bad.Reason, bad.Line, 0, []);
        }

        var since = time.Instant() - TimeSpan.FromDays(Math.Clamp(days, 1, MostDays));
        var past = new List<(PastEffect Effect, WorkItemId Item, string Title)>();
        foreach (var item in await JudgedSinceAsync(since, cancellationToken))
        {
            past.AddRange(await PastOfAsync(item, since, cancellationToken));
        }

        var report = PolicyTrial.Run([.. past.Select(one => one.Effect)], good.Document);
        var titles = past.ToDictionary<(PastEffect Effect, WorkItemId Item, string Title), object, (WorkItemId Item, string Title)>(one => one.Effect, one => (one.Item, one.Title), ReferenceEqualityComparer.Instance);
        var sentence = $"{report.Examined} effects of the last {days} days judged again: {report.Differences.Count} would have got another answer, {report.OtherRule} the same one by another rule.";
        return new PolicyTrialView(Accepted: true, sentence, null, report.Examined, [.. report.Differences.Select(one => DifferenceOf(one, titles[one.Past]))]);
    }

    private async Task<IReadOnlyList<WorkItemId>> JudgedSinceAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var items = new List<WorkItemId>();
        var to = (await store.HeadAsync(cancellationToken)).Position;
        while (to > 0)
        {
            var from = Math.Max(1, to - PageSize + 1);
            var page = await store.ReadAsync(from, (int)(to - from + 1), cancellationToken);
            var commits = page.Select(stored => CommitReader.Read(stored, key: null)).ToArray();
            items.AddRange(commits.Where(IsJudged).Select(ItemOf).OfType<WorkItemId>());
            if (commits is [] || commits[0].At < since)
            {
                break;
            }

            to = from - 1;
        }

        return [.. items.Distinct()];
    }

    private static bool IsJudged(Commit commit) => commit.Events.Any(happened => happened is EffectJudged);

    private static WorkItemId? ItemOf(Commit commit) => WorkItemId.TryParse(commit.Stream.Value, out var id) ? id : null;

    /// <summary>Each effect as it stood when it was judged, and what became of it in the end.</summary>
    private async Task<IReadOnlyList<(PastEffect, WorkItemId, string)>> PastOfAsync(WorkItemId id, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var stream = StreamId.Of(id);
        var commits = await journal.ReadStreamAsync(stream, cancellationToken);
        var final = (WorkItem)commits.Aggregate(Aggregates.Empty(stream), (folded, commit) => folded.Apply(commit));
        var past = new List<(PastEffect, WorkItemId, string)>();
        Aggregate state = new WorkItem { Stream = stream, Id = id };
        foreach (var commit in commits)
        {
            state = state.Apply(commit);
            foreach (var judged in commit.At < since ? [] : commit.Events.OfType<EffectJudged>())
            {
                if (state is WorkItem item && item.FindEffect(judged.Effect) is { Effect: not null } effect && effect.Proposal == item.Plan?.Id)
                {
                    var seen = Judge.CaseOf(item, effect, effect.Grounds, settings.Local(commit.At));
                    past.Add((new PastEffect(seen, VerdictOf(judged), DecisionOn(final, judged.Effect), commit.At), id, catalog.PreviewOf(effect.Effect).Title));
                }
            }
        }

        return past;
    }

    private static Verdict VerdictOf(EffectJudged judged) => judged.Answer switch
    {
        EffectJudged.AnswerKind.Allow => new Verdict.Allow(judged.Rule, judged.Because),
        EffectJudged.AnswerKind.Ask => new Verdict.Ask(judged.Rule, judged.Because, judged.Tier),
        _ => new Verdict.Deny(judged.Rule, judged.Because),
    };

    private static string DecisionOn(WorkItem item, EffectId effect) =>
        item.Approvals.LastOrDefault(approval => approval.Asked.Effects.Contains(effect))?.Phase switch
        {
            ApprovalPhase.Granted => "approved as drafted",
            ApprovalPhase.Rejected => "rejected",
            ApprovalPhase.Superseded => "changed",
            ApprovalPhase.Expired => "expired",
            ApprovalPhase.Voided => "void",
            ApprovalPhase.Open or ApprovalPhase.HalfGranted => "still open",
            _ => string.Empty,
        };

    private static PolicyTrialView.Difference DifferenceOf(TrialDifference one, (WorkItemId Item, string Title) about) => new(
        one.Past.At,
        about.Item,
        about.Title,
        one.Past.Decision,
        $"{one.AnswerBefore.ToText()} ({one.RuleBefore})",
        $"{one.AnswerAfter.ToText()} ({one.RuleAfter})",
        one.Milder);
}
