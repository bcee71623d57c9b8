using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Policy;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Controls;

/// <summary>Offers to stop asking, after a decision that may have been the last that was missing. It only ever offers.</summary>
internal sealed class AutonomyOffers(WorkspaceJournal journal, PolicyShelf policies)
{
    public async Task ConsiderAsync(WorkItem item, CancellationToken cancellationToken)
    {
        foreach (var name in item.CurrentEffects.Select(effect => effect.Judged?.Class).OfType<string>().Distinct())
        {
            var settings = policies.Latest.Document.Autonomy;
            if (journal.Ledger.Autonomy.OfferFor(name, item.ChangedAt, settings) is not null)
            {
                await OfferAsync(name, cancellationToken);
            }
        }
    }

    private Task<AppendResult> OfferAsync(string name, CancellationToken cancellationToken) => journal.AppendAsync(
        new AppendRequest
        {
            Stream = StreamId.Autonomy,
            Cause = "autonomy/" + name,
            Reads = _ => [StreamId.Policy],
            Decide = at => at.Ledger.Autonomy.OfferFor(name, at.Now, policies.Of(at.Others.GetValueOrDefault(StreamId.Policy) as PolicyState).Document.Autonomy) is { } offer
                ? [new AutonomyOffered(offer.Class, offer.Seen, offer.Unedited, offer.Since)]
                : [],
        },
        cancellationToken);
}
