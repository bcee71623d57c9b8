using System.Globalization;
using System.Text.Json.Nodes;

namespace AiOs.Testing.Teams;

/// <summary>Activities as Teams sends them.</summary>
public sealed class TeamsActivities
{
    /// <summary>The bot's id in conversations.</summary>
    public const string BotId = "28:" + TeamsDouble.AppId;

    private readonly TeamsDouble _double;

    internal TeamsActivities(TeamsDouble server) => _double = server;

    /// <summary>Something said. In a group the bot has to be called by name.</summary>
    /// <param name="person">Who.</param>
    /// <param name="place">Where.</param>
    /// <param name="text">What.</param>
    /// <param name="mention">Whether the bot is called by name.</param>
    /// <param name="replyTo">The message it answers.</param>
    /// <returns>The activity.</returns>
    public JsonObject Message(TeamsPerson person, TeamsPlace place, string text, bool mention = false, string? replyTo = null)
    {
        var activity = Base("message", person, place);
        activity["text"] = mention ? $"<at>AiOs</at> {text}" : text;
        activity["textFormat"] = "plain";
        var entities = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["locale"] = "en-US", ["platform"] = "Web" });
        if (mention)
        {
            entities.Add(new JsonObject { ["type"] = "mention", ["text"] = "<at>AiOs</at>", ["mentioned"] = new JsonObject { ["id"] = BotId, ["name"] = "AiOs" } });
        }

        activity["entities"] = entities;
        if (replyTo is not null)
        {
            activity["replyToId"] = replyTo;
        }

        return activity;
    }

    /// <summary>A message changed: the id stays, the moment does not.</summary>
    /// <param name="message">The message as it was sent.</param>
    /// <param name="text">Its new text.</param>
    /// <returns>The activity.</returns>
    public JsonObject Edit(JsonObject message, string text)
    {
        var activity = message.DeepClone().AsObject();
        (activity["type"], activity["text"], activity["timestamp"]) = ("messageUpdate", text, Moment());
        activity["channelData"]!["eventType"] = "editMessage";
        return activity;
    }

    /// <summary>A tap on a button of a card.</summary>
    /// <param name="person">Who.</param>
    /// <param name="place">Where.</param>
    /// <param name="card">The id of the message with the card.</param>
    /// <param name="data">The button's data and what was typed.</param>
    /// <param name="automatic">Whether Teams asks by itself.</param>
    /// <returns>The activity.</returns>
    public JsonObject Tap(TeamsPerson person, TeamsPlace place, string card, JsonObject data, bool automatic = false)
    {
        var activity = Base("invoke", person, place);
        activity["name"] = "adaptiveCard/action";
        activity["replyToId"] = card;
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["title"] = "Approve", ["verb"] = "tap", ["data"] = data.DeepClone() },
            ["trigger"] = automatic ? "automatic" : "manual",
        };
        return activity;
    }

    /// <summary>A tap from a client that knows only Action.Submit.</summary>
    /// <param name="person">Who.</param>
    /// <param name="place">Where.</param>
    /// <param name="card">The id of the message with the card.</param>
    /// <param name="data">The button's data and what was typed.</param>
    /// <returns>The activity.</returns>
    public JsonObject Submit(TeamsPerson person, TeamsPlace place, string card, JsonObject data)
    {
        var activity = Base("message", person, place);
        (activity["replyToId"], activity["value"]) = (card, data.DeepClone());
        return activity;
    }

    /// <summary>The bot was put in or taken out.</summary>
    /// <param name="person">Who did it.</param>
    /// <param name="place">Where.</param>
    /// <param name="action">add or remove.</param>
    /// <returns>The activity.</returns>
    public JsonObject Installation(TeamsPerson person, TeamsPlace place, string action = "add")
    {
        var activity = Base("installationUpdate", person, place);
        activity["action"] = action;
        activity["from"]!.AsObject().Remove("name");
        return activity;
    }

    /// <summary>Somebody came; without a person, the bot.</summary>
    /// <param name="person">Who did it.</param>
    /// <param name="place">Where.</param>
    /// <param name="added">Who came.</param>
    /// <returns>The activity.</returns>
    public JsonObject MembersAdded(TeamsPerson person, TeamsPlace place, TeamsPerson? added = null)
    {
        var activity = Base("conversationUpdate", person, place);
        activity["membersAdded"] = new JsonArray(new JsonObject { ["id"] = added?.Id ?? BotId });
        return activity;
    }

    /// <summary>A file put into the personal chat, with the repetition of the text as HTML that Teams adds.</summary>
    /// <param name="person">Who.</param>
    /// <param name="place">Where.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="text">What is said to it.</param>
    /// <returns>The activity.</returns>
    public JsonObject File(TeamsPerson person, TeamsPlace place, string name, byte[] bytes, string text = "")
    {
        var activity = Message(person, place, text);
        activity["attachments"] = new JsonArray(
            new JsonObject
            {
                ["contentType"] = "application/vnd.microsoft.teams.file.download.info",
                ["contentUrl"] = "https://tenant.sharepoint.example/personal/" + name,
                ["name"] = name,
                ["content"] = new JsonObject { ["downloadUrl"] = _double.File(bytes), ["uniqueId"] = "unique-" + name, ["fileType"] = Path.GetExtension(name).TrimStart('.') },
            },
            new JsonObject { ["contentType"] = "text/html", ["content"] = $"<p>{text}</p>" });
        return activity;
    }

    /// <summary>The same delivery under another id, as after an answer that came too late.</summary>
    /// <param name="activity">The activity.</param>
    /// <returns>The repeat.</returns>
    public JsonObject Again(JsonObject activity)
    {
        var again = activity.DeepClone().AsObject();
        again["id"] = _double.Connector.NextId();
        return again;
    }

    /// <summary>An activity with what all have.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="person">Who.</param>
    /// <param name="place">Where.</param>
    /// <returns>The activity.</returns>
    public JsonObject Base(string type, TeamsPerson person, TeamsPlace place)
    {
        var conversation = new JsonObject { ["id"] = place.Id, ["conversationType"] = place.Type, ["tenantId"] = TeamsDouble.Tenant };
        var data = new JsonObject { ["tenant"] = new JsonObject { ["id"] = TeamsDouble.Tenant } };
        if (place.Type != "personal")
        {
            conversation["isGroup"] = true;
        }

        if (place.Type == "channel")
        {
            data["team"] = new JsonObject { ["id"] = "19:team@thread.tacv2" };
            data["channel"] = new JsonObject { ["id"] = place.Id.Split(';')[0] };
        }

        return new JsonObject
        {
            ["type"] = type,
            ["id"] = (type == "invoke" ? "f:" : string.Empty) + _double.Connector.NextId(),
            ["timestamp"] = Moment(),
            ["serviceUrl"] = _double.ServiceUrl,
            ["channelId"] = "msteams",
            ["from"] = new JsonObject { ["id"] = person.Id, ["name"] = person.Name, ["aadObjectId"] = person.ObjectId },
            ["recipient"] = new JsonObject { ["id"] = BotId, ["name"] = "AiOs" },
            ["conversation"] = conversation,
            ["channelData"] = data,
        };
    }

    private string Moment() => _double.Now.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
