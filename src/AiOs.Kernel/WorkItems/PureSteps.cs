using AiOs.Contracts.Approvals;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Proposals;
using AiOs.Kernel.Effects;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Policy;
using AiOs.Kernel.Timing;

namespace AiOs.Kernel.WorkItems;

/// <summary>
/// The steps that need nothing from outside. They run on without stopping and their facts share one commit:
/// a commit comes before an acknowledgement, before an outside call and after it, not between.
/// </summary>
internal sealed class PureSteps(IIntake intake, IAgent agent, EffectCatalog catalog, HostState host, WorkspaceSettings settings, IdSource ids, TimeProvider time)
{
    /// <summary>What happens to the work item up to the next call, question or rest.</summary>
    /// <param name="item">The work item.</param>
    /// <param name="context">What an agent needs; nothing stops before Classify and Draft.</param>
    /// <returns>The facts; empty where nothing is to be done.</returns>
    public List<JournalEvent> Run(WorkItem item, DraftContext? context)
    {
        var facts = new List<JournalEvent>(8);
        var now = time.Instant();
        while (Take(item, NextStep.Of(item, host.At(now)), context, now) is { Count: > 0 } next)
        {
            facts.AddRange(next);
            item = item.Apply(next, now);
        }

        return facts;
    }

    private IReadOnlyList<JournalEvent> Take(WorkItem item, Step step, DraftContext? context, DateTimeOffset now) => step switch
    {
        Step.Classify when context is not null => [Classify(item)],
        Step.Draft when context is not null => Draft(item, context),
        Step.Judge => [.. item.CurrentEffects.Where(effect => effect.Judged is null).Select(Judge)],
        Step.AskForContext => [new QuestionAsked(item.Plan!.Id) { Personal = new QuestionAsked.Words(catalog.QuestionFor(item)) }],
        Step.Ask ask => [Ask(item, ask.Tier, now)],
        Step.Perform perform => perform.Effect.Request(host.Incarnation, now, catalog.TimeoutOf(perform.Effect.Line.Kind)),
        Step.Probe probe => probe.Effect.Probe(host.Incarnation, now, catalog.TimeoutOf(probe.Effect.Line.Kind)),
        Step.Expire expire => expire.Approval.Expire(now),
        Step.Finish finish => [new WorkItemFinished(finish.State)],
        _ => [],
    };

    private IntentClassified Classify(WorkItem item)
    {
        var received = item.Received!;
        var intent = intake.Understand(received.Personal!.Content, received.Authority, settings.Local(item.OpenedAt), settings.TimeZone, settings.Currency);
        return Classified(intent, AgentName.Intake.Value);
    }

    private static IntentClassified Classified(Intent intent, string by) => new(intent.Category, intent.Confidence, intent.Sure, by)
    {
        Personal = new IntentClassified.Findings(intent.Fields, intent.Reasons, intent.Alternatives),
    };

    private List<JournalEvent> Draft(WorkItem item, DraftContext context)
    {
        var facts = new List<JournalEvent>(3);
        var intent = item.Intent!;
        if (item.Redraft is Redraft.Answered && !intent.Sure && intake.ReadCategory(item.OperatorWords[^1]) is { } category)
        {
            intent = intent with { Category = category, Confidence = Confidence.Certain, Sure = true, Reasons = ["You said so."], Alternatives = [] };
            facts.Add(Classified(intent, "operator"));
        }

        var draft = agent.Draft(BriefOf(item, intent, context));
        var drafted = Fix(draft);
        facts.Add(drafted);
        if (draft.Question is { Length: > 0 } question)
        {
            facts.Add(new QuestionAsked(drafted.Proposal) { Personal = new QuestionAsked.Words(question) });
        }

        return facts;
    }

    private AgentBrief BriefOf(WorkItem item, Intent intent, DraftContext context) => new()
    {
        Message = item.Content!,
        Authority = item.Received!.Authority,
        Intent = intent,
        Facts = context.Facts,
        OperatorWords = item.OperatorWords,
        Previous = item.Plan is null ? null : PreviousOf(item),
        ChangeWanted = item.Redraft is Redraft.Changed,
        ReceivedAt = settings.Local(item.OpenedAt),
        TimeZone = settings.TimeZone,
        OperatorName = settings.OperatorName,
        Currency = settings.Currency,
    };

    private static ProposalDraft PreviousOf(WorkItem item) => new()
    {
        Summary = item.Plan!.Words?.Summary ?? string.Empty,
        Reasons = item.Plan.Words?.Reasons ?? [],
        Evidence = item.Plan.Evidence,
        Confidence = item.Plan.Confidence,
        Effects = [.. item.CurrentEffects.Where(effect => effect.Effect is not null).Select(effect => EffectBytes.DraftOf(effect.Effect!))],
        Question = item.Question,
    };

    private ProposalDrafted Fix(ProposalDraft draft)
    {
        var effects = draft.Effects.Select(catalog.Fix).ToArray();
        return new ProposalDrafted(new ProposalId(ids.Next()), agent.Name, draft.Confidence, [.. effects.Select(catalog.LineOf)])
        {
            Personal = new ProposalDrafted.Words(draft.Summary, draft.Reasons, draft.Evidence, [.. effects.Select(EffectBytes.TextOf)]),
        };
    }

    private static EffectJudged Judge(EffectAttempt effect)
    {
        var verdict = DefaultPolicy.Judge(effect.Line.Category);
        var (answer, tier) = verdict switch
        {
            Verdict.Allow => (EffectJudged.AnswerKind.Allow, 0),
            Verdict.Ask ask => (EffectJudged.AnswerKind.Ask, ask.Tier),
            _ => (EffectJudged.AnswerKind.Deny, 0),
        };
        return new EffectJudged(effect.Id, answer, tier, verdict.Rule, verdict.Sentence, DefaultPolicy.Version);
    }

    private ApprovalRequested Ask(WorkItem item, int tier, DateTimeOffset now)
    {
        var effects = item.CurrentEffects.ToArray();
        return new ApprovalRequested(
            new ApprovalId(ids.Next()),
            item.Plan!.Id,
            [.. effects.Select(effect => effect.Id)],
            EffectBytes.DigestOfAll(effects.Select(effect => effect.Effect!)),
            tier,
            DefaultPolicy.Version,
            now + settings.ApprovalLifetime);
    }
}
