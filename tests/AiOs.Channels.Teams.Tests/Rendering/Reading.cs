using System.Text.Json.Nodes;
using AiOs.Channels.Teams.Rendering;
using AiOs.Contracts.Cards;

namespace AiOs.Channels.Teams.Tests.Rendering;

/// <summary>A rendered card as a client reads it.</summary>
internal static class Reading
{
    public static TeamsRendering Render(Card card, TeamsRefresh? refresh = null)
    {
        var number = 0;
        return TeamsCards.Render(card, tap => $"{tap.GetType().Name}-{number++}", refresh);
    }

    public static IEnumerable<JsonObject> Cards(TeamsRendering rendering) => rendering.Earlier.Append(rendering.Last).Select(static one => JsonNode.Parse(one)!.AsObject());

    /// <summary>Everything in a card that has a type, at any depth.</summary>
    public static IEnumerable<JsonObject> Elements(JsonNode? node) => node switch
    {
        JsonObject json => (json["type"] is null ? [] : new[] { json }).Concat(json.SelectMany(static one => Elements(one.Value))),
        JsonArray list => list.SelectMany(Elements),
        _ => [],
    };

    /// <summary>All text that comes from the card, a line per line shown.</summary>
    public static string Text(TeamsRendering rendering) => string.Join(
        '\n',
        Cards(rendering).SelectMany(Elements).Where(static one => (string)one["type"]! == "RichTextBlock").Select(static block => string.Concat(block["inlines"]!.AsArray().Select(static run => (string)run!["text"]!))));

    /// <summary>What is shown, without the buttons.</summary>
    public static string Print(TeamsRendering rendering) => string.Join('\n', Cards(rendering).Select(static one => one["body"]!.ToJsonString()));
}
