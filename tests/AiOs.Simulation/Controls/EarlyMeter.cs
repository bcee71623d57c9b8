using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Budgets;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Ledger;
using AiOs.Kernel.Policy;

namespace AiOs.Simulation.Controls;

/// <summary>A meter that decides before the writer does, or only on what is settled.</summary>
internal sealed class EarlyMeter(WorkspaceJournal journal, PolicyShelf policies, WorkspaceSettings settings, IdSource ids, TimeProvider time, bool looksInWriter) : IModelMeter
{
    public async Task<ModelLeave> ReserveAsync(AgentName agent, Money most, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var call = new CommitId(ids.Next());
        if (!looksInWriter && IsRefused(journal.Ledger, agent, most))
        {
            return new ModelLeave.Refused("No.");
        }

        var request = new AppendRequest
        {
            Stream = StreamId.OfModelCall(call),
            Cause = "model/" + call,
            Reads = _ => [StreamId.Policy],
            Decide = at => looksInWriter && (at.Ledger.Frozen is not null || IsRefused(WithoutReserved(at.Ledger), agent, most)) ? [] : [new ModelMoneyReserved(call, agent, most, at.Now + timeout)],
        };
        return await journal.AppendAsync(request, cancellationToken) is AppendResult.Appended ? new ModelLeave.Granted(call, agent, most) : new ModelLeave.Refused("No.");
    }

    public Task SettleAsync(ModelLeave.Granted leave, Money cost, CancellationToken cancellationToken) => journal.AppendAsync(
        new AppendRequest
        {
            Stream = StreamId.OfModelCall(leave.Call),
            Cause = "model/" + leave.Call,
            Decide = at => at.State.Version == 1 ? [new ModelMoneySettled(leave.Call, leave.Agent, cost)] : [],
        },
        cancellationToken);

    private static WorkspaceLedger WithoutReserved(WorkspaceLedger ledger) =>
        ledger with { Budget = ledger.Budget with { Model = ledger.Budget.Model with { Calls = ledger.Budget.Model.Calls.Clear() } } };

    private bool IsRefused(WorkspaceLedger ledger, AgentName agent, Money most) =>
        ledger.Frozen is not null || ledger.Budget.ReserveModel(agent, most, settings.Local(time.GetUtcNow()), policies.Latest.ModelCaps) is not BudgetAnswer.Fits;
}
