using System.Text;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Policy;

namespace AiOs.Kernel.Controls;

/// <summary>Takes policy files as versions of the Record <c>policy/main</c>, and shows the one in force.</summary>
internal sealed class PolicyControl(WorkspaceJournal journal, PolicyShelf shelf, HostState host)
{
    public async Task<PolicyView> ShowAsync(CancellationToken cancellationToken)
    {
        var state = (PolicyState)await journal.LoadAsync(StreamId.Policy, cancellationToken);
        return new PolicyView(shelf.Of(state).Version, state.Current?.Text ?? PolicyShelf.DefaultText);
    }

    /// <summary>A file that was not changed since it was taken last is not taken again, so that what was changed from chat stays.</summary>
    public async Task<ControlOutcome> LoadAsync(string text, CancellationToken cancellationToken)
    {
        if (shelf.Try(text) is PolicyReading.Bad bad)
        {
            return new ControlOutcome(Accepted: false, bad.Reason, bad.Line);
        }

        // A journal that does not fit its signed head is evidence: nothing is added to it.
        if (host.FrozenBecause is not null)
        {
            return new ControlOutcome(Accepted: true, "The policy stays as it is while the journal is frozen.");
        }

        var digest = Digest.Of(Encoding.UTF8.GetBytes(text));
        var request = new AppendRequest
        {
            Stream = StreamId.Policy,
            Cause = "policy/file",
            Decide = at => at.State is PolicyState state && state.LastFile != digest
                ? [new PolicyAdopted((state.Current?.Version ?? 0) + 1, digest, "file") { Personal = new PolicyAdopted.Words(text) }]
                : [],
        };
        return await journal.AppendAsync(request, cancellationToken) switch
        {
            AppendResult.Appended { After: PolicyState after } => new ControlOutcome(Accepted: true, $"{shelf.Of(after).Version} is in force."),
            AppendResult.Nothing { Current: PolicyState current } => new ControlOutcome(Accepted: true, $"{shelf.Of(current).Version} stays in force."),
            _ => new ControlOutcome(Accepted: true, "The policy stays as it is."),
        };
    }
}
