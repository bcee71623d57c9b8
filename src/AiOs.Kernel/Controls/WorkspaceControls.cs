using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Budgets.Reports;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Policy;
using AiOs.Kernel.Timing;

namespace AiOs.Kernel.Controls;

/// <summary>What the operator holds the whole workspace with.</summary>
internal sealed class WorkspaceControls(
    FreezeControl freeze, AutonomyControl autonomy, PolicyControl policy, PolicyReplay replay, WorkspaceJournal journal, PolicyShelf policies, WorkspaceSettings settings, TimeProvider time) : IControls
{
    public Task<ControlOutcome> FreezeAsync(ChannelName channel, string by, CancellationToken cancellationToken) => freeze.FreezeAsync(channel, by, cancellationToken);

    public Task<ControlOutcome> ResumeAsync(ChannelName channel, string by, CancellationToken cancellationToken) => freeze.ResumeAsync(channel, by, cancellationToken);

    public Task<IReadOnlyList<AutonomyView>> AutonomyAsync(CancellationToken cancellationToken) => Task.FromResult(autonomy.List());

    public Task<ControlOutcome> SetAutonomyAsync(string name, bool accept, ChannelName channel, string by, CancellationToken cancellationToken) =>
        autonomy.SetAsync(name, accept, channel, by, cancellationToken);

    public Task<BudgetView> BudgetAsync(CancellationToken cancellationToken)
    {
        var local = settings.Local(time.Instant());
        var (ledger, inForce) = (journal.Ledger, policies.Latest);
        var uses = ledger.Budget.Uses(local, inForce.SpendingCaps).Concat(ledger.Budget.ModelUses(local, inForce.ModelCaps));
        return Task.FromResult(new BudgetView([.. uses.Select(LineOf)], ledger.Interruptions.On(local), inForce.Document.InterruptionsPerDay));
    }

    public Task<PolicyView> PolicyAsync(CancellationToken cancellationToken) => policy.ShowAsync(cancellationToken);

    public Task<ControlOutcome> LoadPolicyAsync(string text, CancellationToken cancellationToken) => policy.LoadAsync(text, cancellationToken);

    public Task<PolicyTrialView> TryPolicyAsync(string text, int days, CancellationToken cancellationToken) => replay.TryAsync(text, days, cancellationToken);

    private static BudgetView.Line LineOf(CapUse use) => new(use.Cap.Name, use.Cap.Most, use.Used, use.Exceeded);
}
