using AiOs.Contracts.Approvals;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Chat.Places;

namespace AiOs.Kernel.Digests.Words;

/// <summary>
/// The buttons of a digest in one place. Show is for everything. Approve and Reject stand there only where the whole card of that very question
/// stands in the same place, and one tap decides it: then a tap in the list is worth what a tap on the card is, carries the same approval and the same
/// single-use token, and a card that was asked anew makes it void. A line of a list alone never is enough to say yes to.
/// </summary>
internal sealed class DigestButtons(ICardPlaces cards)
{
    public async Task<IReadOnlyList<CardButton>> OfAsync(DigestReport report, ChannelName channel, string place, CancellationToken cancellationToken)
    {
        var (decided, shown) = (new List<CardButton>(), new List<CardButton>());
        foreach (var (at, item) in report.Standing.Oldest.Index())
        {
            var number = Counted.Number(at + 1);
            var show = new CardButton("Show " + number, new CardTap.Show(item.Id), Confirm: null);
            if (item.Approval is { } approval && item.Taps.Count > 0 && await cards.ShowsAsync(channel, place, approval, cancellationToken))
            {
                decided.Add(show);
                decided.AddRange(item.Taps.Select(tap => new CardButton($"{LabelOf(tap.Kind)} {number}", tap with { IsListed = true }, Confirm: null)));
            }
            else
            {
                shown.Add(show);
            }
        }

        // A row of a chat has three, so that what belongs together stands together.
        return [.. decided, .. shown];
    }

    private static string LabelOf(DecisionKind kind) => kind is DecisionKind.Approve ? "Approve" : "Reject";
}
