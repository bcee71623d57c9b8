using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Budgets;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Ledger;
using AiOs.Kernel.Policy;

namespace AiOs.Kernel.Controls;

/// <summary>Sets model money aside inside the writer, so that parallel calls cannot race a cap.</summary>
internal sealed class ModelMeter(WorkspaceJournal journal, PolicyShelf policies, WorkspaceSettings settings, IdSource ids) : IModelMeter
{
    public async Task<ModelLeave> ReserveAsync(AgentName agent, Money most, TimeSpan timeout, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(most);
        var call = new CommitId(ids.Next());
        var refused = string.Empty;
        var request = new AppendRequest
        {
            Stream = StreamId.OfModelCall(call),
            Cause = "model/" + call,
            Reads = _ => [StreamId.Policy],
            Decide = at => Refusal(at, agent, most) is { } why ? Refuse(why) : [new ModelMoneyReserved(call, agent, most, at.Now + timeout)],
        };
        return await journal.AppendAsync(request, cancellationToken) is AppendResult.Appended
            ? new ModelLeave.Granted(call, agent, most)
            : new ModelLeave.Refused(refused);

        IReadOnlyList<JournalEvent> Refuse(string why)
        {
            refused = why;
            return [];
        }
    }

    public Task SettleAsync(ModelLeave.Granted leave, Money cost, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(leave);
        var request = new AppendRequest
        {
            Stream = StreamId.OfModelCall(leave.Call),
            Cause = "model/" + leave.Call,
            Decide = at => at.State.Version == 1 ? [new ModelMoneySettled(leave.Call, leave.Agent, cost)] : [],
        };
        return journal.AppendAsync(request, cancellationToken);
    }

    /// <summary>A frozen workspace spends nothing; what cannot be counted against a cap is not spent either.</summary>
    private string? Refusal(Standpoint at, AgentName agent, Money most)
    {
        if (at.Ledger.Frozen is { } frozen)
        {
            return frozen.Sentence;
        }

        var policy = policies.Of(at.Others.GetValueOrDefault(StreamId.Policy) as PolicyState);
        return at.Ledger.Budget.ReserveModel(agent, most, settings.Local(at.Now), policy.ModelCaps) switch
        {
            BudgetAnswer.Over over => over.Sentence,
            BudgetAnswer.Uncounted uncounted => uncounted.Sentence,
            _ => null,
        };
    }
}
