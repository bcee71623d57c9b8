using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;

namespace AiOs.Simulation.Models;

/// <summary>What the journal says of one stream.</summary>
internal sealed class ItemModel(StreamId stream, JournalModel journal)
{
    public StreamId Stream => stream;

    public JournalModel Journal => journal;

    public MessageReceived? Received { get; private set; }

    public ProposalId? Proposal { get; private set; }

    public List<ApprovalModel> Approvals { get; } = [];

    public void Apply(JournalEvent happened)
    {
        switch (happened)
        {
            case MessageReceived received:
                Received = received;
                break;
            case ProposalDrafted drafted:
                Propose(drafted);
                break;
            case QuestionAnswered:
                Supersede();
                break;
            case ApprovalRequested asked:
                Approvals.Add(new ApprovalModel(asked));
                journal.Approvals[asked.Approval] = Approvals[^1];
                break;
            case ApprovalGranted { Approval: var id }:
                Decide(id, happened);
                break;
            case ApprovalRejected { Approval: var id }:
                Decide(id, happened);
                break;
            case ApprovalExpired { Approval: var id }:
                Decide(id, happened);
                break;
            case ApprovalVoided { Approval: var id }:
                Decide(id, happened);
                With(id, approval => approval.IsVoided = true);
                break;
            case ApprovalHalfGranted half:
                With(half.Approval, approval => approval.Half = half);
                break;
            case ChangeRequested { Approval: var id }:
                Decide(id, happened);
                Supersede();
                break;
            default:
                ApplyToEffect(happened);
                break;
        }
    }

    private void Propose(ProposalDrafted drafted)
    {
        Supersede();
        Proposal = drafted.Proposal;
        for (var index = 0; index < drafted.Effects.Count; index++)
        {
            var line = drafted.Effects[index];
            journal.Effects[line.Effect] = new EffectModel(drafted.Proposal, line, drafted.Personal?.EffectBytes[index]);
        }
    }

    private void Supersede() => Approvals.ForEach(approval => approval.IsSuperseded |= approval.Decision is null);

    private void Decide(ApprovalId id, JournalEvent decision) => With(id, approval => approval.Decision ??= decision);

    private void With(ApprovalId id, Action<ApprovalModel> change)
    {
        if (journal.Approvals.TryGetValue(id, out var approval))
        {
            change(approval);
        }
    }

    private void ApplyToEffect(JournalEvent happened)
    {
        switch (happened)
        {
            case EffectJudged judged:
                With(judged.Effect, effect => effect.Judged = judged);
                break;
            case EffectRequested requested:
                With(requested.Effect, effect => Request(effect, requested));
                break;
            case EffectInDoubt doubt:
                With(doubt.Effect, effect => effect.IsInDoubt = true);
                break;
            case EffectSucceeded succeeded:
                With(succeeded.Effect, effect => effect.Result = Outcome.Done);
                break;
            case EffectFailed failed:
                With(failed.Effect, effect => Disprove(effect, Outcome.Failed));
                break;
            case EffectPostponed postponed:
                With(postponed.Effect, effect => Disprove(effect, Outcome.Postponed));
                With(postponed.Effect, effect => effect.NotTried += postponed.Called ? 0 : 1);
                break;
            case EffectOutcomeUnknown unknown:
                With(unknown.Effect, effect => effect.Result = Outcome.Unknown);
                break;
            case EffectSettled settled:
                With(settled.Effect, effect => Settle(effect, settled.Settlement));
                break;
            default:
                ApplyToInner(happened);
                break;
        }
    }

    private void ApplyToInner(JournalEvent happened)
    {
        switch (happened)
        {
            case NoteKept kept:
                With(kept.Effect, effect => effect.Written++);
                break;
            case NoteWithdrawn withdrawn:
                With(withdrawn.Effect, effect => effect.Written++);
                break;
            case RecordWritten written:
                With(written.Effect, effect => effect.Written++);
                break;
            case PolicyAdopted { Effect: { } changed }:
                With(changed, effect => effect.Written++);
                break;
            default:
                break;
        }
    }

    private static void Request(EffectModel effect, EffectRequested requested)
    {
        effect.Requests.Add(requested);
        effect.Result = null;
        effect.IsInDoubt = false;
    }

    private static void Disprove(EffectModel effect, Outcome result)
    {
        effect.Disproved += effect.IsInDoubt ? 1 : 0;
        effect.IsInDoubt = false;
        effect.Result = result;
    }

    private static void Settle(EffectModel effect, Settlement settlement)
    {
        effect.IsSettled = true;
        effect.SentAgain += settlement is Settlement.SendAgain ? 1 : 0;
        effect.Result = settlement switch
        {
            Settlement.Happened => Outcome.Done,
            Settlement.DidNotHappen => Outcome.Failed,
            _ => null,
        };
    }

    private void With(EffectId id, Action<EffectModel> change)
    {
        if (journal.Effects.TryGetValue(id, out var effect))
        {
            change(effect);
        }
    }
}
