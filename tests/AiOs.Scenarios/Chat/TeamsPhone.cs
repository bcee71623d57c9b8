using System.Text.Json.Nodes;
using AiOs.Testing.Teams;

namespace AiOs.Scenarios.Chat;

/// <summary>The operator's Teams, as they see it.</summary>
public sealed class TeamsPhone(TeamsDouble teams, Uri endpoint)
{
    private static readonly string[] Decisions = ["Approve", "Reject", "Change…"];

    public TeamsPerson Me { get; } = teams.Person("Ola");

    public TeamsPlace Home => teams.Personal(Me);

    public async Task PairAsync(string code)
    {
        Assert.InRange((await SayAsync($"/start {code}")).Status, 200, 202);
        await Wait.ForAsync(() => Home.Messages.Values.FirstOrDefault(), () => "nothing");
    }

    public Task<(int Status, string Body)> SayAsync(string text, TeamsPerson? who = null, TeamsPlace? place = null, string? replyTo = null) =>
        PostAsync(teams.Activities.Message(who ?? Me, place ?? Home, text, mention: place is not null && place.Type != "personal", replyTo));

    public Task<(int Status, string Body)> PostAsync(JsonObject activity) => teams.PostAsync(endpoint, activity, null, TestContext.Current.CancellationToken);

    /// <summary>Taps the button with this label as a client does; what was typed goes along.</summary>
    public async Task<JsonObject> TapAsync(string message, string label, TeamsPerson? who = null, TeamsPlace? place = null, params (string Id, string Text)[] typed)
    {
        var (status, body) = await PostAsync(TapOf(message, label, who, place, typed));
        Assert.True(status == 200, $"{status} {body}");
        return JsonNode.Parse(body)!.AsObject();
    }

    /// <summary>The tap, for tests that send it more than once or otherwise.</summary>
    public JsonObject TapOf(string message, string label, TeamsPerson? who = null, TeamsPlace? place = null, params (string Id, string Text)[] typed)
    {
        var data = Actions((place ?? Home).Messages[message]).Single(action => (string?)action["title"] == label)["data"]!.DeepClone().AsObject();
        foreach (var (id, text) in typed)
        {
            data[id] = text;
        }

        return teams.Activities.Tap(who ?? Me, place ?? Home, message, data);
    }

    /// <summary>Waits for a card that can be decided and shows these words; returns its message.</summary>
    public async Task<string> SeesCardAsync(string words, TeamsPlace? place = null) => await Wait.ForAsync(
        () => (place ?? Home).Sent.LastOrDefault(id => (place ?? Home).Messages.TryGetValue(id, out var there) && Text(there).Contains(words, StringComparison.Ordinal) && Labels(there).Contains("Approve")),
        () => All(place ?? Home));

    /// <summary>Waits until a card has no button to decide any more.</summary>
    public async Task<string> SeesRewrittenAsync(string message, TeamsPlace? place = null) => await Wait.ForAsync(
        () => Labels((place ?? Home).Messages[message]).Any(static label => Decisions.Contains(label)) ? null : Text((place ?? Home).Messages[message]),
        () => All(place ?? Home));

    /// <summary>Waits for anything the bot said with these words.</summary>
    public async Task<string> SeesAsync(string words, TeamsPlace? place = null) => await Wait.ForAsync(
        () => (place ?? Home).Messages.Values.Select(Text).FirstOrDefault(text => text.Contains(words, StringComparison.OrdinalIgnoreCase)),
        () => All(place ?? Home));

    /// <summary>Everything that can be read in a message, card and all.</summary>
    public static string Text(JsonNode message)
    {
        var words = new List<string>();
        Collect(message, words);
        return string.Join('\n', words);
    }

    public static IReadOnlyList<string> Labels(JsonNode message) => [.. Actions(message).Select(static action => (string?)action["title"] ?? string.Empty)];

    private static IEnumerable<JsonObject> Actions(JsonNode message) =>
        Objects(message).Where(static one => ((string?)one["type"])?.StartsWith("Action.", StringComparison.Ordinal) == true && (string?)one["verb"] != "refresh");

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        // What an older client falls back to is the same button once more.
        JsonObject found => [found, .. found.Where(static member => member.Key != "fallback").SelectMany(static member => Objects(member.Value))],
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };

    private static void Collect(JsonNode message, List<string> words) =>
        words.AddRange(Objects(message).Where(static one => one["text"] is JsonValue).Select(static one => one["text"]!.ToString()));

    private static string All(TeamsPlace place) => string.Join("\n---\n", place.Sent.Select(id => place.Messages.TryGetValue(id, out var there) ? $"{id}: {Text(there)} [{string.Join(", ", Labels(there))}]" : $"{id}: gone"));
}
