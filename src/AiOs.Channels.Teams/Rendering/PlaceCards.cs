using AiOs.Channels.Teams.Activities;
using AiOs.Channels.Teams.Places;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Ids;

namespace AiOs.Channels.Teams.Rendering;

/// <summary>Cards for one place: Teams renews them by itself for those who may decide.</summary>
internal sealed class PlaceCards(IPairing pairing)
{
    private const int MostUsers = 60;

    public TeamsRendering Render(Card card, PlaceReference place) => TeamsCards.Render(card, CardToken.Of, RefreshOf(card, place));

    private TeamsRefresh? RefreshOf(Card card, PlaceReference place)
    {
        if (place.Kind is not (PlaceKind.Personal or PlaceKind.Group))
        {
            return null;
        }

        var users = place.People.Where(one => pairing.IsOperator(ChannelName.Teams, one.Key)).Select(static one => one.Value).Take(MostUsers).ToList();
        return users.Count == 0 ? null : new TeamsRefresh(CardToken.Of(new CardTap.Refresh(card.WorkItem)), users);
    }
}
