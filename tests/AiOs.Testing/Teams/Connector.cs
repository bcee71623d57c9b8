using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;

namespace AiOs.Testing.Teams;

/// <summary>What the connector does once it has let the bot in.</summary>
internal sealed class Connector(string tenant)
{
    private int _lastId = 1_790_000_000;

    public ConcurrentDictionary<string, TeamsPlace> Places { get; } = new();

    public ConcurrentDictionary<string, TeamsPerson> People { get; } = new();

    public int LargestMessage { get; set; } = 40 * 1024;

    public string NextId() => $"{Interlocked.Increment(ref _lastId)}";

    public TeamsPlace Personal(TeamsPerson person) => Places.GetOrAdd($"a:personal-{person.ObjectId}", id => new TeamsPlace(id, "personal", [person]));

    public JsonObject Create(JsonObject body)
    {
        var channel = (string?)body["channelData"]?["channel"]?["id"];
        if ((bool?)body["isGroup"] == true && channel is not null && body["activity"] is JsonObject first)
        {
            var id = NextId();
            var team = Places.Values.FirstOrDefault(one => one.Id == channel || one.Id.StartsWith(channel + ";", StringComparison.Ordinal)) ?? throw new ConnectorError(404, "ConversationNotFound");
            var thread = Places.GetOrAdd($"{channel};messageid={id}", key => new TeamsPlace(key, "channel", team.People));
            Keep(thread, id, first);
            return new JsonObject { ["id"] = thread.Id, ["activityId"] = id };
        }

        var members = body["members"] as JsonArray ?? [];
        var member = members.Count == 1 ? (string?)members[0]?["id"] : null;
        var where = (string?)body["tenantId"] ?? (string?)body["channelData"]?["tenant"]?["id"];
        if ((bool?)body["isGroup"] == true || member is null || where != tenant || !People.TryGetValue(member, out var person))
        {
            throw new ConnectorError(400, "BadSyntax");
        }

        var place = Personal(person);
        if (body["activity"] is JsonObject activity)
        {
            Keep(place, NextId(), activity);
        }

        return new JsonObject { ["id"] = place.Id };
    }

    /// <summary>Nothing where the activity leaves no message, such as typing.</summary>
    public JsonObject? Send(string conversation, JsonObject activity, int size)
    {
        var place = Alive(conversation);
        if (size > LargestMessage)
        {
            throw new ConnectorError(413, "MessageSizeTooBig");
        }

        if ((string?)activity["type"] == "typing")
        {
            place.Typing++;
            return null;
        }

        var id = NextId();
        Keep(place, id, activity);
        return new JsonObject { ["id"] = id };
    }

    public JsonObject Update(string conversation, string id, JsonObject activity, int size)
    {
        var place = Alive(conversation);
        if (size > LargestMessage)
        {
            throw new ConnectorError(413, "MessageSizeTooBig");
        }

        if (!place.Messages.ContainsKey(id))
        {
            throw new ConnectorError(404, "ActivityNotFoundInConversation");
        }

        place.Messages[id] = activity.DeepClone().AsObject();
        return new JsonObject { ["id"] = id };
    }

    public void Delete(string conversation, string id)
    {
        if (!Alive(conversation).Messages.TryRemove(id, out _))
        {
            throw new ConnectorError(404, "ActivityNotFoundInConversation");
        }
    }

    public JsonArray Members(string conversation) => new([.. Alive(conversation).People.Select(Json)]);

    public JsonObject Member(string conversation, string id) =>
        Alive(conversation).People.FirstOrDefault(one => one.Id == id || one.ObjectId == id) is { } person ? Json(person) : throw new ConnectorError(404, "MemberNotFoundInConversation");

    /// <summary>A page of members; the token is the number of the first.</summary>
    public JsonObject Paged(string conversation, int size, string? token)
    {
        var people = Alive(conversation).People;
        var from = int.TryParse(token, out var start) ? start : 0;
        var page = new JsonObject { ["members"] = new JsonArray([.. people.Skip(from).Take(size).Select(Json)]) };
        if (from + size < people.Count)
        {
            page["continuationToken"] = $"{from + size}";
        }

        return page;
    }

    private TeamsPlace Alive(string conversation)
    {
        // A thread is a conversation of its channel, whether we have seen it or not.
        var place = Places.GetValueOrDefault(conversation)
            ?? Places.Values.FirstOrDefault(one => one.Type == "channel" && conversation.StartsWith(one.Id.Split(';')[0] + ";messageid=", StringComparison.Ordinal))
            ?? throw new ConnectorError(404, "ConversationNotFound");
        return place.Dead is { } dead ? throw new ConnectorError(dead == "ConversationNotFound" ? 404 : 403, dead) : place;
    }

    private static void Keep(TeamsPlace place, string id, JsonObject activity)
    {
        place.Messages[id] = activity.DeepClone().AsObject();
        place.Sent.Enqueue(id);
    }

    private JsonObject Json(TeamsPerson person) => new()
    {
        ["id"] = person.Id,
        ["name"] = person.Name,
        ["aadObjectId"] = person.ObjectId,
        ["objectId"] = person.ObjectId,
        ["tenantId"] = tenant,
        ["userRole"] = "user",
        ["userPrincipalName"] = $"{Encoding.UTF8.GetByteCount(person.Name)}@tenant.example",
    };
}
