using AiOs.Contracts.Desk;
using AiOs.Contracts.Ports;

namespace AiOs.Kernel.Desk;

/// <summary>Finds open work items by how they stand. The rows say so, so that only what is asked for is opened and drawn.</summary>
internal sealed class OpenItems(IJournalStore store, IDesk desk)
{
    private const int MostLooked = 200;

    /// <summary>Those that wait for the operator, newest first.</summary>
    public Task<IReadOnlyList<WorkItemView>> WaitingAsync(int most, CancellationToken cancellationToken) =>
        FindAsync(static state => state is WorkItemState.AwaitingApproval or WorkItemState.NeedsAnswer or WorkItemState.OutcomeUnknown, most, cancellationToken);

    /// <summary>Those with a card to decide, newest first.</summary>
    public Task<IReadOnlyList<WorkItemView>> CardsAsync(CancellationToken cancellationToken) =>
        FindAsync(static state => state is WorkItemState.AwaitingApproval, MostLooked, cancellationToken);

    /// <summary>Those with a question to answer, newest first.</summary>
    public async Task<IReadOnlyList<WorkItemView>> QuestionsAsync(CancellationToken cancellationToken) =>
        [.. (await FindAsync(static state => state is WorkItemState.NeedsAnswer, MostLooked, cancellationToken)).Where(item => item.Question is not null)];

    private async Task<IReadOnlyList<WorkItemView>> FindAsync(Func<WorkItemState, bool> fits, int most, CancellationToken cancellationToken)
    {
        var found = new List<WorkItemView>();
        foreach (var row in await store.ListWorkItemsAsync(MostLooked, before: null, openOnly: true, cancellationToken))
        {
            if (found.Count < most && fits(row.State) && await desk.FindAsync(row.Id, cancellationToken) is { } view && fits(view.State))
            {
                found.Add(view);
            }
        }

        return found;
    }
}
