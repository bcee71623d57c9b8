using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Chat;

namespace AiOs.Channels.Teams.Rendering;

/// <summary>The one way from a <see cref="Card"/> to Teams.</summary>
internal static class TeamsCards
{
    public const string Version = "1.5";
    public const int LargestCard = 28 * 1024;
    public const int MostEarlier = 7;

    /// <summary>The rest is for the buttons and what stands around.</summary>
    private const int LargestBody = 20 * 1024;

    /// <summary>Renders a card.</summary>
    /// <param name="card">The card.</param>
    /// <param name="token">Makes the opaque token for a tap.</param>
    /// <param name="refresh">Who gets it renewed, or nothing.</param>
    /// <returns>The cards in the order in which they are sent.</returns>
    public static TeamsRendering Render(Card card, Func<CardTap, string> token, TeamsRefresh? refresh)
    {
        return Render(CardParts.Of(card), CardParts.Head(card), CardButton.Of(card), token, refresh);
    }

    /// <summary>Renders what is no card but has more than a line of text.</summary>
    public static TeamsRendering Render(ChatNote note, Func<CardTap, string> token)
    {
        var parts = CardParts.Of(note).ToList();
        return Render(parts, parts[0], note.Buttons, token, null);
    }

    private static TeamsRendering Render(IEnumerable<CardPart> parts, CardPart head, IReadOnlyList<CardButton> buttons, Func<CardTap, string> token, TeamsRefresh? refresh)
    {
        var pages = PartPacking.Pack(parts, LargestBody);
        if (pages.Count > MostEarlier + 1 || InputsOf(buttons) > 4 * 1024)
        {
            buttons = [.. buttons.Where(static button => button.Tap is not CardTap.Decide { Kind: DecisionKind.Approve or DecisionKind.Change })];
            var only = PartPacking.Pack([TooLong(pages), head], LargestBody)[..1];
            return new TeamsRendering([], Written(only, 0, buttons, token, refresh), ShownWhole: false);
        }

        var earlier = Enumerable.Range(0, pages.Count - 1).Select(at => Written(pages, at, [], token, null));
        return new TeamsRendering([.. earlier], Written(pages, pages.Count - 1, buttons, token, refresh), ShownWhole: true);
    }

    private static int InputsOf(IReadOnlyList<CardButton> buttons) => CardActions.Inputs(buttons).Sum(static input => AdaptiveJson.Write(input).Length);

    private static CardPart TooLong(List<List<CardPart>> pages)
    {
        var length = pages.Sum(static page => page.Sum(static part => part.Lines.Sum(static line => line.Sum(static run => run.Text.Length))));
        var text = string.Create(CultureInfo.InvariantCulture, $"This is too long to be shown here whole ({length} characters), so it cannot be approved here. Look at it on the web page.");
        return new CardPart("attention", [[new CardRun(RunStyle.Bold, text)]]);
    }

    private static string Written(List<List<CardPart>> pages, int at, IReadOnlyList<CardButton> buttons, Func<CardTap, string> token, TeamsRefresh? refresh)
    {
        var body = new JsonArray();
        if (pages.Count > 1)
        {
            body.Add(new CardPart(null, [[new CardRun(RunStyle.Bold, string.Create(CultureInfo.InvariantCulture, $"── Part {at + 1} of {pages.Count} ──"))]]).ToJson());
        }

        foreach (var item in pages[at].Select(static part => part.ToJson()).Concat(CardActions.Inputs(buttons)))
        {
            body.Add(item);
        }

        var actions = new CardActions(token);
        var json = new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["version"] = Version,
            ["fallbackText"] = "This card cannot be shown here. Look at it on the web page.",
            ["msteams"] = new JsonObject { ["width"] = "Full" },
            ["body"] = body,
        };
        if (buttons.Count > 0)
        {
            json["actions"] = new JsonArray([.. buttons.Select(actions.Action)]);
        }

        if (refresh is not null)
        {
            json["refresh"] = CardActions.Refresh(refresh.Token, refresh.Users);
        }

        return Checked(AdaptiveJson.Write(json));
    }

    private static string Checked(string json) => Encoding.UTF8.GetByteCount(json) <= LargestCard
        ? json
        : throw new InvalidOperationException("A card came out larger than Teams takes.");
}
