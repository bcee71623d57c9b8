using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Approvals;
using AiOs.Kernel.Effects;
using AiOs.Kernel.Policy;

namespace AiOs.Kernel.WorkItems;

/// <summary>
/// The steps that need nothing from outside. They run on without stopping, on everything as it is at one position of the journal,
/// and their facts share one commit: a commit comes before an acknowledgement, before an outside call and after it, not between.
/// </summary>
internal sealed class PureSteps(EffectCatalog catalog, IdSource ids, IEntropy entropy)
{
    private const int NonceLength = 16;

    /// <summary>Far more than any plan needs. A step that changes nothing would keep the writer for ever.</summary>
    private const int MostTurns = 10_000;

    /// <summary>What happens to the work item up to the next call, question or rest.</summary>
    /// <param name="item">The work item.</param>
    /// <param name="around">All that its next steps depend on.</param>
    /// <returns>The facts; empty where nothing is to be done.</returns>
    public List<JournalEvent> Run(WorkItem item, Surroundings around)
    {
        var facts = new List<JournalEvent>(8);
        var turns = 0;
        while (Take(item, NextStep.Of(item, around), around) is { Count: > 0 } next)
        {
            facts.AddRange(next);
            item = item.Apply(next, around.Now);
            if (++turns == MostTurns)
            {
                throw new InvalidOperationException("The steps of a work item come to no end.");
            }
        }

        return facts;
    }

    /// <summary>A token that nobody can guess: 128 random bits.</summary>
    public string NewNonce()
    {
        Span<byte> nonce = stackalloc byte[NonceLength];
        entropy.Fill(nonce);
        return Convert.ToHexStringLower(nonce);
    }

    private IReadOnlyList<JournalEvent> Take(WorkItem item, Step step, Surroundings around) => step switch
    {
        Step.Judge => Judge.All(item, around),
        Step.AskForContext => [new QuestionAsked(item.Plan!.Id) { Personal = new QuestionAsked.Words(catalog.QuestionFor(item)) }],
        Step.AskForHelp => AskForHelp(item),
        Step.Ask ask => [Question.For(item, ask.Tier, around, new ApprovalId(ids.Next()), NewNonce())],
        Step.Void lost => [Ground.LostBy(item, lost.Approval, around)!],
        Step.Escalate escalate => escalate.Approval.Escalate(around.Now),
        Step.Hold hold => [new EffectHeld(hold.Effect.Id, hold.Until)],
        Step.Perform perform => Perform(item, perform.Effect, around),
        Step.Probe probe => Probe(item, probe.Effect, around),
        Step.Expire expire => expire.Approval.Expire(around.Now),
        Step.Finish finish => [new WorkItemFinished(finish.State)],
        _ => [],
    };

    /// <summary>The last look before the intent is recorded: the bytes must be those that were approved, and the money must be there.</summary>
    private IReadOnlyList<JournalEvent> Perform(WorkItem item, EffectAttempt effect, Surroundings around)
    {
        if (item.GrantedApproval is { } approval && !Question.Covers(item, approval))
        {
            return [Judge.Denied(effect, "bytes-differ", "What would run is not what you approved, so it does not run.", around)];
        }

        if (item.GrantedApproval is null && item.CurrentEffects.All(one => one.Attempt == 0) && Judge.NoLongerAllowed(item, effect, around) is { } stricter)
        {
            return [stricter];
        }

        return Judge.OverCap(effect, around) is { } denied
            ? [denied]
            : effect.Request(around.Incarnation, around.Now, catalog.TermsOf(effect.Line.Kind));
    }

    /// <summary>What is sent again is held against the approval too.</summary>
    private IReadOnlyList<JournalEvent> Probe(WorkItem item, EffectAttempt effect, Surroundings around) =>
        item.GrantedApproval is { } approval && effect.Proposal == item.Plan?.Id && !Question.Covers(item, approval)
            ? [new EffectOutcomeUnknown(effect.Id, effect.Attempt) { Personal = new EffectOutcomeUnknown.Words("What would be sent again is not what you approved, so it is not sent.") }]
            : effect.Probe(around.Incarnation, around.Now, catalog.TermsOf(effect.Line.Kind));

    private List<JournalEvent> AskForHelp(WorkItem item)
    {
        var proposal = new ProposalId(ids.Next());
        const string Words = "This could not be prepared. Say in a few words what shall be done with it.";
        return
        [
            new ProposalDrafted(proposal, AgentName.Kernel, new Confidence(0), []) { Personal = new ProposalDrafted.Words(Words, [], [], []) },
            new QuestionAsked(proposal) { Personal = new QuestionAsked.Words(Words) },
        ];
    }
}
