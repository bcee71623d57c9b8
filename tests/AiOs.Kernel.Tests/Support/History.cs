using System.Text;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Journal.Chain;

namespace AiOs.Kernel.Tests.Support;

/// <summary>
/// Reads the events of one work item and says what must never be among them. Written from TRUST.md, and shares no code with the deciders.
/// </summary>
internal sealed class History
{
    private readonly List<string> _faults = [];
    private readonly Dictionary<EffectId, (ProposalId Proposal, ProposalDrafted.EffectLine Line, string Bytes)> _effects = [];
    private readonly Dictionary<EffectId, EffectJudged.AnswerKind> _judged = [];
    private readonly Dictionary<ApprovalId, ApprovalRequested> _asked = [];
    private readonly Dictionary<ApprovalId, JournalEvent> _ended = [];
    private readonly Dictionary<EffectId, int> _attempts = [];
    private readonly Dictionary<EffectId, int> _sendAgain = [];
    private readonly HashSet<EffectId> _done = [];
    private ProposalId? _newest;

    /// <summary>How many attempts were recorded.</summary>
    public int Requests { get; private set; }

    public static IReadOnlyList<string> FaultsIn(IEnumerable<(JournalEvent Event, DateTimeOffset At)> events) => Of(events)._faults;

    public static IReadOnlyList<string> FaultsIn(IEnumerable<Commit> commits) =>
        FaultsIn(commits.SelectMany(commit => commit.Events.Select(happened => (happened, commit.At))));

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
            case EffectJudged judged:
                _judged[judged.Effect] = judged.Answer;
                break;
            case ApprovalRequested asked:
                Ask(asked);
                break;
            case ApprovalGranted granted:
                Grant(granted, at);
                break;
            case ApprovalRejected rejected:
                End(rejected.Approval, rejected);
                break;
            case ChangeRequested changed:
                End(changed.Approval, changed);
                break;
            case ApprovalExpired expired:
                End(expired.Approval, expired);
                Must(at >= _asked[expired.Approval].ExpiresAt, "a card expired before its time");
                break;
            case EffectRequested requested:
                Request(requested, at);
                break;
            case EffectSucceeded succeeded:
                Must(_done.Add(succeeded.Effect), "an effect happened twice");
                break;
            case EffectSettled settled:
                _sendAgain[settled.Effect] = _sendAgain.GetValueOrDefault(settled.Effect) + (settled.Settlement is Settlement.SendAgain ? 1 : 0);
                break;
            default:
                break;
        }
    }

    private void Draft(ProposalDrafted drafted)
    {
        _newest = drafted.Proposal;
        for (var index = 0; index < drafted.Effects.Count; index++)
        {
            var bytes = drafted.Personal!.EffectBytes[index];
            _effects[drafted.Effects[index].Effect] = (drafted.Proposal, drafted.Effects[index], bytes);
            Must(Digest.Of(Encoding.UTF8.GetBytes(bytes)) == drafted.Effects[index].Digest, "an effect's digest is not that of its bytes");
        }
    }

    private void Ask(ApprovalRequested asked)
    {
        _asked.Add(asked.Approval, asked);
        var whole = "[" + string.Join(',', asked.Effects.Select(id => _effects[id].Bytes)) + "]";
        Must(Digest.Of(Encoding.UTF8.GetBytes(whole)) == asked.Digest, "an approval's digest is not that of its effects");
        Must(asked.Effects.All(id => _effects[id].Line.Gaps == 0), "an effect with a gap was put up for approval");
    }

    private void Grant(ApprovalGranted granted, DateTimeOffset at)
    {
        var asked = _asked[granted.Approval];
        Must(asked.Digest == granted.Digest, "another digest was granted than was asked");
        Must(asked.Proposal == _newest, "a card was granted whose draft had been replaced");
        Must(at < asked.ExpiresAt, "an expired card was granted");
        End(granted.Approval, granted);
    }

    private void End(ApprovalId approval, JournalEvent happened) => Must(_ended.TryAdd(approval, happened), "an approval was decided twice");

    private void Request(EffectRequested requested, DateTimeOffset at)
    {
        Requests++;
        var (proposal, line, _) = _effects[requested.Effect];
        var attempt = _attempts[requested.Effect] = _attempts.GetValueOrDefault(requested.Effect) + 1;
        var automatic = attempt - _sendAgain.GetValueOrDefault(requested.Effect);
        Must(requested.Attempt == attempt, "attempts are not counted right");
        Must(requested.Key == "aios-" + requested.Effect, "the key does not derive from the effect's id");
        Must(line.Gaps == 0, "an effect with a gap was to run");
        Must(!_done.Contains(requested.Effect), "an effect that happened was to run again");
        Must(line.OutcomeClass is OutcomeClass.Keyed || automatic <= 1, "a Neither effect was attempted twice unasked");
        Must(MayRun(requested, proposal, at, isFirst: attempt == 1), "an effect was to run without leave");
    }

    private bool MayRun(EffectRequested requested, ProposalId proposal, DateTimeOffset at, bool isFirst)
    {
        var together = _effects.Where(effect => effect.Value.Proposal == proposal).Select(effect => _judged.GetValueOrDefault(effect.Key)).ToArray();
        if (together.All(answer => answer is EffectJudged.AnswerKind.Allow))
        {
            return true;
        }

        return _asked.Values.Any(asked => asked.Effects.Contains(requested.Effect)
            && _ended.GetValueOrDefault(asked.Approval) is ApprovalGranted
            && (!isFirst || at < asked.ExpiresAt));
    }

    private void Must(bool holds, string fault)
    {
        if (!holds)
        {
            _faults.Add(fault);
        }
    }
}
