using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Models;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Budgets;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Ledger;
using AiOs.Kernel.Policy;

namespace AiOs.Kernel.Controls.Models;

/// <summary>Sets model money aside inside the writer, so that parallel calls cannot race a cap.</summary>
internal sealed class ModelMeter(WorkspaceJournal journal, PolicyShelf policies, WorkspaceSettings settings, IdSource ids) : IModelMeter
{
    public string Currency => settings.Currency;

    public async Task<ModelLeave> ReserveAsync(ModelCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        var id = new CommitId(ids.Next());
        var refused = string.Empty;
        var request = new AppendRequest
        {
            Stream = StreamId.OfModelCall(id),
            Cause = "model/" + id,
            Reads = _ => [StreamId.Policy],
            Decide = at => Refusal(at, call) is { } why ? Refuse(why) : [ModelFacts.Reserved(id, call, at.Now)],
        };
        return await journal.AppendAsync(request, cancellationToken) is AppendResult.Appended
            ? new ModelLeave.Granted(id, call)
            : new ModelLeave.Refused(refused);

        IReadOnlyList<JournalEvent> Refuse(string why)
        {
            refused = why;
            return [];
        }
    }

    public Task SettleAsync(ModelLeave.Granted leave, ModelUse use, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(leave);
        ArgumentNullException.ThrowIfNull(use);
        var request = new AppendRequest
        {
            Stream = StreamId.OfModelCall(leave.Id),
            Cause = "model/" + leave.Id,
            Decide = at => at.State.Version == 1 ? [ModelFacts.Settled(leave, use)] : [],
        };
        return journal.AppendAsync(request, cancellationToken);
    }

    /// <summary>A frozen workspace spends nothing; what cannot be counted against a cap is not spent either.</summary>
    private string? Refusal(Standpoint at, ModelCall call)
    {
        if (at.Ledger.Frozen is { } frozen)
        {
            return frozen.Sentence;
        }

        var policy = policies.Of(at.Others.GetValueOrDefault(StreamId.Policy) as PolicyState);
        return at.Ledger.Budget.ReserveModel(call.Agent, call.Most, settings.Local(at.Now), policy.ModelCaps) switch
        {
            BudgetAnswer.Over over => over.Sentence,
            BudgetAnswer.Uncounted uncounted => uncounted.Sentence,
            _ => null,
        };
    }
}
