using System.Text.Json.Nodes;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Cards;

namespace AiOs.Channels.Teams.Rendering;

/// <summary>The buttons and inputs of a card. A button carries an opaque token and nothing else.</summary>
internal sealed class CardActions(Func<CardTap, string> token)
{
    public const string Verb = "tap";
    public const string ConfirmInput = "confirm";
    public const string ChangeInput = "change";
    public const string AnswerInput = "answer";

    private const int LongestToken = 256;

    /// <summary>What is typed on the card itself.</summary>
    public static IEnumerable<JsonObject> Inputs(IReadOnlyList<CardButton> buttons)
    {
        if (buttons.FirstOrDefault(static button => button.Confirm is not null) is { Confirm: { } wanted })
        {
            var lines = CardWords.Lines(wanted, RunStyle.Bold, boxed: false);
            lines[0].Insert(0, new CardRun(RunStyle.Plain, "To approve, type: "));
            yield return new CardPart(null, lines).ToJson();
            yield return Input(ConfirmInput, "Typed by you", isLong: false);
        }

        if (buttons.Any(static button => button.Tap is CardTap.Answer))
        {
            yield return Input(AnswerInput, "Your answer", isLong: true);
        }
    }

    public JsonObject Action(CardButton button) => button.Tap switch
    {
        CardTap.Decide { Kind: DecisionKind.Change } => new JsonObject
        {
            ["type"] = "Action.ShowCard",
            ["title"] = button.Label,
            ["card"] = new JsonObject
            {
                ["type"] = "AdaptiveCard",
                ["version"] = TeamsCards.Version,
                ["body"] = new JsonArray(Input(ChangeInput, "What should be different?", isLong: true)),
                ["actions"] = new JsonArray(Execute(button with { Label = "Draft it again" }, "default", takesInputs: true)),
            },
        },
        CardTap.Decide { Kind: DecisionKind.Approve } => Execute(button, "positive", takesInputs: button.Confirm is not null),
        CardTap.Decide => Execute(button, "destructive", takesInputs: false),
        CardTap.Answer => Execute(button, "positive", takesInputs: true),
        _ => Execute(button, "default", takesInputs: false),
    };

    /// <summary>Lets Teams ask for the card as it is now, for the people named.</summary>
    public static JsonObject Refresh(string token, IReadOnlyList<string> users) => new()
    {
        ["action"] = new JsonObject { ["type"] = "Action.Execute", ["title"] = "Refresh", ["verb"] = "refresh", ["data"] = new JsonObject { ["token"] = Checked(token) } },
        ["userIds"] = new JsonArray([.. users.Select(static one => JsonValue.Create(one))]),
    };

    private static JsonObject Input(string id, string label, bool isLong) => new()
    {
        ["type"] = "Input.Text",
        ["id"] = id,
        ["label"] = label,
        ["isMultiline"] = isLong,
        ["maxLength"] = isLong ? 4000 : 200,
    };

    private JsonObject Execute(CardButton button, string style, bool takesInputs)
    {
        var secret = Checked(token(button.Tap));
        var action = Tap("Action.Execute", button.Label, style, secret, takesInputs);
        action["verb"] = Verb;
        action["fallback"] = Tap("Action.Submit", button.Label, style, secret, takesInputs);
        return action;
    }

    private static JsonObject Tap(string type, string label, string style, string secret, bool takesInputs) => new()
    {
        ["type"] = type,
        ["title"] = label,
        ["style"] = style,
        ["associatedInputs"] = takesInputs ? "auto" : "none",
        ["data"] = new JsonObject { ["token"] = secret },
    };

    private static string Checked(string token) =>
        token.Length is > 0 and <= LongestToken ? token : throw new InvalidOperationException("A token on a button has 1 to 256 characters.");
}
