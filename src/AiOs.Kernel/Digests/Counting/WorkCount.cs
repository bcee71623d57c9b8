using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Kernel.Budgets;

namespace AiOs.Kernel.Digests.Counting;

/// <summary>Counts one work item. Its whole stream is folded; only what stands in the window is counted.</summary>
internal sealed class WorkCount(StreamId stream, DigestWindow window, TallyDraft tally)
{
    private readonly Dictionary<EffectId, (ProposalDrafted.EffectLine Line, ProposalId Proposal, string? Bytes)> _lines = [];
    private readonly Dictionary<ApprovalId, ProposalId> _asked = [];
    private readonly HashSet<ProposalId> _wanted = [];
    private readonly Dictionary<EffectId, int> _attempts = [];
    private readonly HashSet<(EffectId Effect, int Attempt)> _happened = [];
    private BusinessMoney _money = new();
    private bool _undoAsked;

    public void Take(IEnumerable<FeedCommit> commits, TimeZoneInfo zone)
    {
        foreach (var commit in commits)
        {
            var day = TimeZoneInfo.ConvertTime(commit.At, zone).Day();
            foreach (var happened in commit.Events)
            {
                Know(happened);
                Spend(happened, day, window.Has(commit.Position));
                Count(happened, commit.Position);
            }
        }
    }

    private void Know(JournalEvent happened)
    {
        switch (happened)
        {
            case ProposalDrafted drafted:
                Know(drafted);
                break;
            case UndoRequested:
                _undoAsked = true;
                break;
            case WorkItemFinished:
                _undoAsked = false;
                break;
            case ApprovalRequested asked:
                _asked[asked.Approval] = asked.Proposal;
                break;
            case ApprovalGranted granted when _asked.TryGetValue(granted.Approval, out var proposal):
                _wanted.Add(proposal);
                break;
            case EffectRequested requested:
                _attempts[requested.Effect] = requested.Attempt;
                break;
            default:
                break;
        }
    }

    private void Know(ProposalDrafted drafted)
    {
        for (var index = 0; index < drafted.Effects.Count; index++)
        {
            var line = drafted.Effects[index];
            _lines[line.Effect] = (line, drafted.Proposal, drafted.Personal?.EffectBytes.ElementAtOrDefault(index));
            if (line.Compensates is not null && _undoAsked)
            {
                _wanted.Add(drafted.Proposal);
            }
        }
    }

    /// <summary>The same rules as those of the caps, so that a digest and a cap never differ about what was spent.</summary>
    private void Spend(JournalEvent happened, DateOnly day, bool counts)
    {
        var before = _money;
        _money = _money.Apply(happened, day);
        if (counts && !ReferenceEquals(before.Spent, _money.Spent))
        {
            foreach (var entry in _money.Spent.Entries())
            {
                tally.Out.Add(entry.Currency, entry.Spent);
            }

            foreach (var entry in before.Spent.Entries())
            {
                tally.Out.Add(entry.Currency, -entry.Spent);
            }
        }
    }

    private void Count(JournalEvent happened, long position)
    {
        var counts = window.Has(position);
        switch (happened)
        {
            case EffectSucceeded succeeded when _happened.Add((succeeded.Effect, succeeded.Attempt)) && counts:
                AddDone(position, succeeded.Effect, succeeded.Personal?.Sentence);
                break;
            case EffectSettled { Settlement: Settlement.Happened } settled when _happened.Add((settled.Effect, _attempts.GetValueOrDefault(settled.Effect))) && counts:
                AddDone(position, settled.Effect, "You said that it happened.");
                break;
            case not null when counts:
                CountRest(happened);
                break;
            default:
                break;
        }
    }

    private void CountRest(JournalEvent happened)
    {
        switch (happened)
        {
            case MessageReceived { Channel: var channel } when channel != ChannelName.Schedule && channel != ChannelName.Playbook && channel != ChannelName.Reconciliation:
                tally.CameIn++;
                break;
            case ApprovalGranted:
                tally.Approved++;
                break;
            case ApprovalRejected:
                tally.Rejected++;
                break;
            case ApprovalExpired:
                tally.Expired++;
                break;
            case EffectFailed failed:
                tally.AddFailure(_lines.TryGetValue(failed.Effect, out var one) ? EffectCause.Of(one.Line.Kind, one.Bytes) : EffectCause.Unknown);
                break;
            case AgentFailed failed:
                tally.AddFailure($"{failed.Agent} agent: {failed.Code}");
                break;
            default:
                break;
        }
    }

    private void AddDone(long position, EffectId effect, string? sentence)
    {
        if (_lines.TryGetValue(effect, out var one))
        {
            tally.AddDone(position, new DoneEffect(stream, effect, one.Line.Kind, one.Line.Category, _wanted.Contains(one.Proposal), sentence));
        }
    }
}
