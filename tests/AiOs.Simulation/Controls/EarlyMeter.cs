using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Models;
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
    public string Currency => settings.Currency;

    public async Task<ModelLeave> ReserveAsync(ModelCall asked, CancellationToken cancellationToken)
    {
        var (agent, most, timeout) = asked;
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
            Decide = at => looksInWriter && (at.Ledger.Frozen is not null || IsRefused(WithoutReserved(at.Ledger), agent, most)) ? [] : [new ModelMoneyReserved(call, agent, most.RoundedUp, at.Now + timeout) { Exact = most.Billionths }],
        };
        return await journal.AppendAsync(request, cancellationToken) is AppendResult.Appended ? new ModelLeave.Granted(call, asked) : new ModelLeave.Refused("No.");
    }

    public Task SettleAsync(ModelLeave.Granted leave, ModelUse use, CancellationToken cancellationToken) => journal.AppendAsync(
        new AppendRequest
        {
            Stream = StreamId.OfModelCall(leave.Id),
            Cause = "model/" + leave.Id,
            Decide = at => at.State.Version == 1 ? [new ModelMoneySettled(leave.Id, leave.Call.Agent, use.Cost.RoundedUp) { Exact = use.Cost.Billionths }] : [],
        },
        cancellationToken);

    private static WorkspaceLedger WithoutReserved(WorkspaceLedger ledger) =>
        ledger with { Budget = ledger.Budget with { Model = ledger.Budget.Model with { Calls = ledger.Budget.Model.Calls.Clear() } } };

    private bool IsRefused(WorkspaceLedger ledger, AgentName agent, ExactMoney most) =>
        ledger.Frozen is not null || ledger.Budget.ReserveModel(agent, most, settings.Local(time.GetUtcNow()), policies.Latest.ModelCaps) is not BudgetAnswer.Fits;
}
