using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Records;
using AiOs.Kernel.Autonomy;
using AiOs.Kernel.Budgets;
using AiOs.Kernel.Effects;
using AiOs.Kernel.Grounding;
using AiOs.Kernel.Records;
using AiOs.Kernel.Restoring;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Policy;

/// <summary>Gives the verdict on an effect: the policy with its floors, then the caps, then autonomy. Pure.</summary>
internal static class Judge
{
    private const int MostSentences = 2;

    /// <summary>The verdict alone.</summary>
    public static Verdict Verdict(WorkItem item, EffectAttempt effect, Surroundings around) => Look(item, effect, around).Verdict;

    /// <summary>The verdict on every effect of a plan that has none, in order; the money of the ones before counts for the ones after.</summary>
    public static IReadOnlyList<JournalEvent> All(WorkItem item, Surroundings around)
    {
        var facts = new List<JournalEvent>();
        foreach (var effect in item.CurrentEffects.Where(effect => effect.Judged is null))
        {
            var judged = Of(item, effect, around);
            facts.Add(judged);
            if (judged is { Cost: not null, Answer: not EffectJudged.AnswerKind.Deny })
            {
                var reserved = new EffectRequested(effect.Id, 1, effect.Key, around.Incarnation, around.Now) { Cost = judged.Cost, Spend = judged.Spend };
                around = around with { Ledger = around.Ledger.Apply(reserved, around.Now, around.Zone) };
            }
        }

        return facts;
    }

    /// <summary>A no that is found only when an effect is about to run.</summary>
    public static EffectJudged Denied(EffectAttempt effect, string rule, string sentence, Surroundings around) =>
        new(effect.Id, EffectJudged.AnswerKind.Deny, 0, rule, string.Empty, around.Policy.Version)
        {
            Personal = new EffectJudged.Words([], []) { Sentence = sentence },
        };

    /// <summary>Whether the money for an effect is there at this position; a cap is looked at again right before an attempt.</summary>
    public static EffectJudged? OverCap(EffectAttempt effect, Surroundings around) => effect.Judged is { Cost: { } cost } judged
        && around.Ledger.Budget.Reserve(effect.Id, judged.Spend, cost, around.Local, around.Policy.SpendingCaps) is BudgetAnswer.Over over
            ? Denied(effect, "cap:" + over.Cap, over.Sentence, around)
            : null;

    /// <summary>The verdict on what was to run unasked, looked at again right before an attempt; nothing where it may still run.</summary>
    public static EffectJudged? NoLongerAllowed(WorkItem item, EffectAttempt effect, Surroundings around) =>
        Of(item, effect, around) is { Answer: not EffectJudged.AnswerKind.Allow } stricter ? stricter : null;

    private static EffectJudged Of(WorkItem item, EffectAttempt effect, Surroundings around)
    {
        var (verdict, seen, grounds) = Look(item, effect, around);
        var (answer, tier) = verdict switch
        {
            Contracts.Approvals.Verdict.Allow => (EffectJudged.AnswerKind.Allow, 0),
            Contracts.Approvals.Verdict.Ask ask => (EffectJudged.AnswerKind.Ask, ask.Tier),
            _ => (EffectJudged.AnswerKind.Deny, 0),
        };
        return new EffectJudged(effect.Id, answer, tier, verdict.Rule, string.Empty, around.Policy.Version)
        {
            Class = ClassOf(item, effect, grounds),
            Cost = grounds.Cost,
            Spend = grounds.Spend,
            Personal = new EffectJudged.Words(
                [.. seen.Matched.Select(condition => $"{condition.Name} is {condition.Actual} (the rule wants {condition.Wanted})"), .. grounds.Conflicts],
                [.. seen.Counterfactuals.Take(MostSentences).Select(other => other.Sentence)])
            {
                Sentence = verdict.Sentence,
            },
        };
    }

    private static (Verdict Verdict, Judgement Seen, EffectGrounds Grounds) Look(WorkItem item, EffectAttempt effect, Surroundings around)
    {
        var grounds = Grounder.Refresh(effect.Grounds, RecordsIn(around));
        var seen = around.Policy.Document.Judge(CaseOf(item, effect, grounds, around.Local));
        var verdict = Capped(effect, grounds, seen.Verdict, around);
        verdict = verdict is Contracts.Approvals.Verdict.Ask { Tier: 1 } ? Earned(item, effect, grounds, verdict, around) : verdict;
        return (item.RestoredBy is null ? verdict : AfterRestore.Floor(effect, verdict), seen, grounds);
    }

    /// <summary>All that a rule can look at.</summary>
    public static PolicyCase CaseOf(WorkItem item, EffectAttempt effect, EffectGrounds grounds, DateTimeOffset local) => new()
    {
        Kind = effect.Line.Kind,
        Category = effect.Line.Category,
        Agent = item.Plan!.Agent,
        Counterparty = grounds.Counterparty,
        CounterpartyClass = grounds.Class,
        Cost = grounds.Cost,
        Spend = grounds.Spend,
        Provenance = grounds.Weakest(),
        Confidence = item.Plan.Confidence,
        Local = local,
        Final = effect.Line.Undo is null,
        UngroundedNames = grounds.UngroundedNames(),
        UnownedNames = OwnedIn(grounds, provenance => !Footing.IsGrounded(provenance)),
        CopiedNames = OwnedIn(grounds, provenance => provenance is Provenance.Record),
    };

    private static IReadOnlyList<string> OwnedIn(EffectGrounds grounds, Func<Provenance, bool> from) =>
        [.. grounds.Values.Where(value => value.Kind is SensitiveKind.OwnedField && from(value.Provenance)).Select(value => value.Name).Distinct()];

    /// <summary>A cap is a no, whatever the rules say; what cannot be counted against a cap is at least asked.</summary>
    private static Verdict Capped(EffectAttempt effect, EffectGrounds grounds, Verdict verdict, Surroundings around)
    {
        if (grounds.Cost is not { } cost || verdict is Contracts.Approvals.Verdict.Deny)
        {
            return verdict;
        }

        return around.Ledger.Budget.Reserve(effect.Id, grounds.Spend, cost, around.Local, around.Policy.SpendingCaps) switch
        {
            BudgetAnswer.Over over => new Contracts.Approvals.Verdict.Deny("cap:" + over.Cap, over.Sentence),
            BudgetAnswer.Uncounted uncounted when verdict is Contracts.Approvals.Verdict.Allow => new Contracts.Approvals.Verdict.Ask("uncounted:" + uncounted.Cap, uncounted.Sentence, Tier: 1),
            _ => verdict,
        };
    }

    private static Verdict Earned(WorkItem item, EffectAttempt effect, EffectGrounds grounds, Verdict verdict, Surroundings around) =>
        around.Ledger.Autonomy.Holds(ClassOf(item, effect, grounds), grounds.Cost, around.Now, around.Policy.Document.Autonomy) is { Holds: true } earned
            ? new Contracts.Approvals.Verdict.Allow("autonomy", earned.Sentence)
            : verdict;

    private static string? ClassOf(WorkItem item, EffectAttempt effect, EffectGrounds grounds) => AutonomyClass.Of(new AutonomySubject
    {
        Agent = item.Plan!.Agent,
        Kind = effect.Line.Kind,
        Category = effect.Line.Category,
        Undo = effect.Line.Undo,
        Counterparty = grounds.Class,
        Cost = grounds.Cost,
        Grounded = grounds.UngroundedNames().Count == 0,
    });

    private static Dictionary<RecordId, RecordSnapshot> RecordsIn(Surroundings around) =>
        around.Others.Values.OfType<RecordState>().ToDictionary(record => record.Id, record => record.At(around.Now));
}
