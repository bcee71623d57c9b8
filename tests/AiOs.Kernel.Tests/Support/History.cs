using System.Text;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Journal.Chain;

namespace AiOs.Kernel.Tests.Support;

/// <summary>
/// Reads the events of one work item and says what must never be among them. Written from TRUST.md, and shares no code with the deciders:
/// it makes the digest of an approval anew, from the bytes.
/// </summary>
internal sealed class History
{
    private readonly List<string> _faults = [];
    private readonly Dictionary<EffectId, PastEffect> _effects = [];
    private readonly Dictionary<ApprovalId, PastApproval> _asked = [];
    private ProposalDrafted? _newest;
    private bool _undoAsked;

    /// <summary>How many attempts were recorded.</summary>
    public int Requests { get; private set; }

    public static IReadOnlyList<string> FaultsIn(IEnumerable<(JournalEvent Event, DateTimeOffset At)> events) => Of(events)._faults;

    public static IReadOnlyList<string> FaultsIn(IEnumerable<Commit> commits) => FaultsIn(commits.SelectMany(commit => commit.Events.Select(happened => (happened, commit.At))));

    public static History Of(IEnumerable<(JournalEvent Event, DateTimeOffset At)> events)
    {
        var history = new History();
        foreach (var (happened, at) in events)
        {
            history.Take(happened, at);
        }

        return history;
    }

    private void Take(JournalEvent happened, DateTimeOffset at)
    {
        switch (happened)
        {
            case ProposalDrafted drafted:
                Draft(drafted);
                break;
            case QuestionAnswered or AnswerWithdrawn:
                Supersede();
                break;
            case UndoRequested undo:
                Must(undo.Proposal == _newest!.Proposal, "something older than the newest draft was to be taken back");
                _undoAsked = true;
                break;
            case WorkItemFinished finished:
                Finish(finished.State);
                break;
            case ApprovalRequested asked:
                Ask(asked, at);
                break;
            case EffectJudged judged:
                _effects[judged.Effect].Judged = judged;
                break;
            case EffectRequested requested:
                Request(requested, at);
                break;
            default:
                Decide(happened, at);
                Conclude(happened, at);
                break;
        }
    }

    private void Decide(JournalEvent happened, DateTimeOffset at)
    {
        switch (happened)
        {
            case ApprovalHalfGranted half:
                Halve(half, End(half.Approval, half, at), at);
                break;
            case ApprovalGranted granted:
                Grant(granted, End(granted.Approval, granted, at), at);
                break;
            case ApprovalRejected rejected:
                End(rejected.Approval, rejected, at);
                break;
            case ChangeRequested changed:
                End(changed.Approval, changed, at);
                break;
            case ApprovalExpired expired:
                End(expired.Approval, expired, at: null);
                Must(at >= _asked[expired.Approval].Asked.ExpiresAt, "a card expired before its time");
                break;
            case ApprovalEscalated escalated:
                Escalate(escalated, _asked[escalated.Approval], at);
                break;
            case ApprovalVoided voided:
                Void(_asked[voided.Approval]);
                break;
            default:
                break;
        }
    }

    private void Conclude(JournalEvent happened, DateTimeOffset at)
    {
        switch (happened)
        {
            case EffectSucceeded succeeded:
                Happen(_effects[succeeded.Effect], succeeded.Attempt);
                break;
            case EffectFailed failed:
                Fail(_effects[failed.Effect]);
                break;
            case EffectHeld held:
                Hold(held, _effects[held.Effect], at);
                break;
            case EffectPostponed postponed:
                Postpone(postponed, _effects[postponed.Effect]);
                break;
            case EffectInDoubt doubt:
                Doubt(doubt, _effects[doubt.Effect], at);
                break;
            case EffectOutcomeUnknown unknown:
                Must(_effects[unknown.Effect].Open is not null, "an effect is unknown that nobody tried");
                _effects[unknown.Effect].IsUnknown = true;
                break;
            case EffectSettled settled:
                Settle(settled, _effects[settled.Effect]);
                break;
            default:
                break;
        }
    }

    private void Draft(ProposalDrafted drafted)
    {
        Supersede();
        var compensated = drafted.Effects.Select(line => line.Compensates).OfType<EffectId>().ToArray();
        Must(compensated.Length == 0 || compensated.Length == drafted.Effects.Count, "a draft takes back and does something new");
        foreach (var original in compensated.Select(id => _effects[id]))
        {
            Must(original.IsDone && !original.IsCompensated && original.Line.Undo is not (null or Undo.Final), "what cannot be taken back was to be");
            Must(original.Line.Compensates is null, "a compensation was to be taken back");
            original.IsCompensated = true;
        }

        int[] order = [.. compensated.Select(id => _newest!.Effects.TakeWhile(line => line.Effect != id).Count())];
        Must(order.SequenceEqual(order.OrderDescending()), "what was done last was not taken back first");
        _newest = drafted;
        _undoAsked &= compensated.Length > 0;
        for (var index = 0; index < drafted.Effects.Count; index++)
        {
            var bytes = drafted.Personal!.EffectBytes[index];
            _effects[drafted.Effects[index].Effect] = new PastEffect(drafted.Proposal, drafted.Effects[index], bytes);
            Must(Digest.Of(Encoding.UTF8.GetBytes(bytes)) == drafted.Effects[index].Digest, "an effect's digest is not that of its bytes");
        }
    }

    private void Ask(ApprovalRequested asked, DateTimeOffset at)
    {
        var effects = asked.Effects.Select(id => _effects[id]).ToArray();
        Must(asked.Proposal == _newest!.Proposal && asked.Effects.SequenceEqual(_newest.Effects.Select(line => line.Effect)), "a card does not show the newest draft");
        Must(_asked.Values.All(other => !other.IsOpen), "two cards were open at once");
        Must(PastApproval.DigestOf(asked, effects) == asked.Digest, "an approval's digest is not that of its effects");
        Must(effects.All(effect => effect.Line.Gaps == 0), "an effect with a gap was put up for approval");
        Must(effects.All(effect => effect.Judged is { } judged && judged.Answer is not EffectJudged.AnswerKind.Deny && judged.Tier <= asked.Tier), "a card asks for less than the policy");
        Must(asked.Replaces is not { } replaced || _asked[replaced].IsVoid, "a card replaces one that is not void");
        _asked.Add(asked.Approval, new PastApproval(asked, at));
    }

    private void Halve(ApprovalHalfGranted half, PastApproval approval, DateTimeOffset at)
    {
        Must(approval.Asked.Tier == 3 && approval.Half is null && half.Digest == approval.Asked.Digest, "a half yes was taken where none is asked");
        Must(half.RipeAt == at.AddSeconds(approval.Asked.CoolOffSeconds ?? -1), "the cool-off is not the one that was asked with");
        (approval.Ended, approval.Half) = (null, half);
    }

    private void Void(PastApproval approval)
    {
        Must(approval.IsOpen || approval.IsGranted, "a card became void that was over");
        Must(_effects.Values.All(effect => effect.Proposal != approval.Asked.Proposal || effect.Attempts == 0), "a card became void after the first attempt");
        approval.IsVoid = true;
    }

    private void Grant(ApprovalGranted granted, PastApproval approval, DateTimeOffset at)
    {
        var asked = approval.Asked;
        Must(asked.Digest == granted.Digest, "another digest was granted than was asked");
        Must(asked.Proposal == _newest!.Proposal, "a card was granted whose draft had been replaced");
        Must(at < asked.ExpiresAt, "an expired card was granted");
        Must(asked.Tier < 3 || (approval.Half is { } half && (half.Channel != granted.Channel || at >= half.RipeAt)), "one yes was enough for tier 3");
    }

    private PastApproval End(ApprovalId id, JournalEvent happened, DateTimeOffset? at)
    {
        var approval = _asked[id];
        Must(approval.Ended is null, "an approval was decided twice");
        Must(!approval.IsSuperseded && !approval.IsVoid, "a card was decided that no longer counts");
        Must(at is null || at < approval.Asked.ExpiresAt, "an expired card was decided");
        approval.Ended = happened;
        return approval;
    }

    private void Escalate(ApprovalEscalated escalated, PastApproval approval, DateTimeOffset at)
    {
        Must(approval.IsOpen && escalated.Rung == approval.Rung + 1, "a rung was left out or climbed for nothing");
        Must(approval.Asked.Ladder is { } ladder && escalated.Rung <= ladder.Count && at >= ladder[escalated.Rung - 1].At, "a rung was climbed too early");
        approval.Rung = escalated.Rung;
    }

    private void Supersede()
    {
        _asked.Values.Where(approval => approval.IsOpen).ToList().ForEach(approval => approval.IsSuperseded = true);
    }

    private void Happen(PastEffect effect, int attempt)
    {
        Must(effect.Happened.Add(attempt) && (!effect.IsDone || effect.Line.OutcomeClass is not OutcomeClass.Keyed), "an effect happened twice");
        Must(effect.Attempts > 0, "an effect happened that nobody tried");
        effect.Happen();
    }

    private void Fail(PastEffect effect)
    {
        Must(!effect.IsDone, "an effect that happened was called failed");
        effect.Fail();
    }

    private void Doubt(EffectInDoubt doubt, PastEffect effect, DateTimeOffset at)
    {
        Must(effect.Line.OutcomeClass is not OutcomeClass.Neither, "a Neither effect was to be looked up");
        Must(effect.Open is not null && doubt.LookUpAt >= at, "there was nothing to look up");
        (effect.InDoubt, effect.NotBefore) = (true, doubt.LookUpAt);
    }

    private void Hold(EffectHeld held, PastEffect effect, DateTimeOffset at)
    {
        Must(effect.Attempts == 0 && held.Until > at, "an effect was to rest that had begun");
        Must(effect.Line is { Undo: null or Undo.Final, Category: not EffectCategory.Internal }, "an effect rests that can be taken back, or that nobody sees");
        (effect.HeldUntil, effect.NotBefore) = (held.Until, held.Until);
    }

    private void Postpone(EffectPostponed postponed, PastEffect effect)
    {
        Must(effect.Open is not null, "an effect rests that was not on its way");
        Must(!postponed.Called || effect.Line.OutcomeClass is not OutcomeClass.Neither, "a Neither effect was to be tried again after a call");
        effect.Postpone(postponed);
    }

    private void Settle(EffectSettled settled, PastEffect effect)
    {
        Must(effect.IsUnknown, "an effect was settled that was not unknown");
        effect.Settle(settled.Settlement);
    }

    private void Request(EffectRequested requested, DateTimeOffset at)
    {
        Requests++;
        var effect = _effects[requested.Effect];
        var plan = _effects.Values.Where(other => other.Proposal == effect.Proposal).ToArray();
        Must(requested.Attempt == ++effect.Attempts, "attempts are not counted right");
        Must(requested.Key == "aios-" + requested.Effect, "the key does not derive from the effect's id");
        Must(effect.Line.Gaps == 0, "an effect with a gap was to run");
        Must(!effect.IsDone && !effect.IsFailed, "an effect that was over was to run again");
        Must(!effect.IsUnknown, "an unknown effect was sent again unasked");
        Must(++effect.Calls <= 1 || effect.Line.OutcomeClass is not OutcomeClass.Neither, "a Neither effect was attempted twice unasked");
        Must(_effects.Values.All(other => other == effect || other.Open is null), "two effects were on their way at once");
        Must(plan.TakeWhile(other => other != effect).All(other => other.IsDone), "an effect ran before its turn");
        Must(plan.All(other => !other.IsFailed), "a plan went on after a part of it had failed");
        Must(effect.Open is null || effect.MaySendAgain(requested, at), "an attempt was made while the end of another was not known");
        Must(effect.Open is not null || (at >= effect.NotBefore && effect.Proposal == _newest!.Proposal), "an effect was tried before its time or after its draft was replaced");
        Must(MayRun(plan, at, isNew: effect.Open is null), "an effect was to run without leave");
        Must(effect.Attempts > 1 || !_undoAsked || effect.HeldUntil is null, "an effect ran that was stopped");
        (effect.Open, effect.InDoubt) = (requested, false);
    }

    private bool MayRun(PastEffect[] plan, DateTimeOffset at, bool isNew)
    {
        if (plan.Any(effect => effect.Judged?.Answer is null or EffectJudged.AnswerKind.Deny))
        {
            return false;
        }

        return plan.All(effect => effect.Judged!.Answer is EffectJudged.AnswerKind.Allow)
            || _asked.Values.Any(approval => approval.IsGranted
                && approval.Asked.Proposal == plan[0].Proposal
                && PastApproval.DigestOf(approval.Asked, plan) == approval.Asked.Digest
                && (!isNew || at < approval.Asked.ExpiresAt || plan.Any(effect => at < effect.HeldUntil + TimeSpan.FromHours(1))));
    }

    private void Finish(WorkItemState state)
    {
        var plan = _effects.Values.Where(effect => effect.Proposal == _newest?.Proposal).ToArray();
        var compensates = plan.Length > 0 && plan.All(effect => effect.Line.Compensates is not null);
        Must(_effects.Values.All(effect => effect.Open is null), "a work item was finished with an effect on its way");
        Must(_asked.Values.All(approval => !approval.IsOpen), "a work item was finished with a card open");
        Must(state is not WorkItemState.Done || compensates || plan.All(effect => effect.IsDone), "done is said of what was not done");
        var stopped = plan.All(effect => effect.Attempts == 0) && plan.Any(effect => effect.HeldUntil is not null);
        Must(state is not WorkItemState.Undone || (_undoAsked && (stopped || (compensates && plan.All(effect => effect.IsDone)))), "undone is said of what was not taken back");
        Must(state is not (WorkItemState.Rejected or WorkItemState.Expired) || plan.All(effect => !effect.IsDone), "nothing is said to be done where something was");
        _undoAsked = false;
    }

    private void Must(bool holds, string fault)
    {
        if (!holds)
        {
            _faults.Add(fault);
        }
    }
}
