using System.Globalization;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;

namespace AiOs.Kernel.Tests.Digests;

/// <summary>
/// Counts the same things from all events there ever were, one by one in the order of positions, and shares no code with the digest. What happened up to a
/// position less what happened up to an earlier one is what a digest between the two has to tell.
/// </summary>
internal sealed class NaiveTally
{
    private readonly Dictionary<EffectId, EffectKind> _kinds = [];
    private readonly Dictionary<EffectId, ProposalId> _proposals = [];
    private readonly Dictionary<ApprovalId, ProposalId> _questions = [];
    private readonly HashSet<ProposalId> _granted = [];
    private readonly Dictionary<EffectId, (int Attempt, long Cost)> _tries = [];
    private readonly HashSet<(EffectId, int)> _happened = [];
    private readonly Dictionary<RecordId, Dictionary<string, string>> _records = [];

    /// <summary>Every figure by a name of its own.</summary>
    public SortedDictionary<string, long> Figures { get; } = new(StringComparer.Ordinal);

    public static SortedDictionary<string, long> Between(IReadOnlyList<FeedCommit> all, long after, long upTo)
    {
        var (start, end) = (Upto(all, after), Upto(all, upTo));
        foreach (var (name, figure) in start)
        {
            end[name] -= figure;
        }

        return new SortedDictionary<string, long>(end.Where(static one => one.Value != 0).ToDictionary(), StringComparer.Ordinal);
    }

    private static SortedDictionary<string, long> Upto(IReadOnlyList<FeedCommit> all, long position)
    {
        var tally = new NaiveTally();
        foreach (var happened in all.Where(commit => commit.Position <= position).SelectMany(static commit => commit.Events))
        {
            tally.Take(happened);
        }

        return tally.Figures;
    }

    private void Take(JournalEvent happened)
    {
        switch (happened)
        {
            case ProposalDrafted drafted:
                drafted.Effects.ToList().ForEach(line => (_kinds[line.Effect], _proposals[line.Effect]) = (line.Kind, drafted.Proposal));
                break;
            case ApprovalRequested asked:
                _questions[asked.Approval] = asked.Proposal;
                break;
            case ApprovalGranted granted:
                _granted.Add(_questions[granted.Approval]);
                Add("approved");
                break;
            case ApprovalRejected:
                Add("rejected");
                break;
            case ApprovalExpired:
                Add("expired");
                break;
            case EffectRequested requested:
                _tries[requested.Effect] = (requested.Attempt, requested.Cost?.Minor ?? 0);
                break;
            case EffectSucceeded succeeded:
                Happen(succeeded.Effect, succeeded.Attempt);
                break;
            case EffectSettled { Settlement: Settlement.Happened } settled:
                Happen(settled.Effect, _tries[settled.Effect].Attempt);
                break;
            default:
                TakeRest(happened);
                break;
        }
    }

    private void TakeRest(JournalEvent happened)
    {
        switch (happened)
        {
            case EffectFailed failed:
                Add("failed " + _kinds[failed.Effect]);
                break;
            case AgentFailed failed:
                Add($"failed {failed.Agent} agent: {failed.Code}");
                break;
            case MessageRefused refused:
                Add($"failed refused by {refused.Channel}: {refused.Code}");
                break;
            case MessageReceived:
                Add("came in");
                break;
            case ModelMoneySettled settled:
                Add("models " + settled.Amount.Currency, settled.Exact ?? settled.Amount.Minor * 1_000_000_000);
                Add("calls");
                break;
            case RecordWritten { Record.Type: "invoice", Personal: { } values } written:
                Write(written.Record, values);
                break;
            default:
                break;
        }
    }

    private void Happen(EffectId effect, int attempt)
    {
        if (_happened.Add((effect, attempt)))
        {
            Add($"done {_kinds[effect]} {(_granted.Contains(_proposals[effect]) ? "asked" : "unasked")}");
            Add("out EUR", _tries[effect].Cost);
        }
    }

    private void Write(RecordId record, RecordWritten.Values values)
    {
        var old = _records.GetValueOrDefault(record) ?? [];
        var now = new Dictionary<string, string>(old);
        values.Fields.ToList().ForEach(field => now[field.Key] = field.Value.Value);
        (values.Removed ?? []).ToList().ForEach(name => now.Remove(name));
        _records[record] = now;
        var change = (now.ContainsKey("paid") ? 1 : 0) - (old.ContainsKey("paid") ? 1 : 0);
        var told = change < 0 ? old : now;
        Add(told.ContainsKey("supplier") ? "bills" : "invoices", change);
        Add(told.ContainsKey("supplier") ? "paid EUR" : "in EUR", change * (long)(decimal.Parse(told["amount"].Split(' ')[0], CultureInfo.InvariantCulture) * 100));
    }

    private void Add(string name, long more = 1) => Figures[name] = Figures.GetValueOrDefault(name) + more;
}
