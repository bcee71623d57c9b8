using System.Text.Json.Nodes;
using AiOs.Channels.Telegram.Rendering;
using AiOs.Contracts.Cards;
using AiOs.Testing.Telegram;

namespace AiOs.Channels.Telegram.Tests.Rendering;

/// <summary>A rendered card as Telegram would show it.</summary>
internal static class Reading
{
    public static TelegramRendering Render(Card card)
    {
        var number = 0;
        return TelegramCards.Render(card, tap => $"{tap.GetType().Name}-{number++}");
    }

    /// <summary>The text of each message with what its markup says of it.</summary>
    public static IEnumerable<(string Text, JsonArray Entities)> Read(TelegramRendering rendering) =>
        rendering.Earlier.Append(rendering.Last).Select(static message => (TelegramHtml.Read(message.Html, out var entities), entities));

    /// <summary>All that the eye gets.</summary>
    public static string Print(TelegramRendering rendering) =>
        string.Join("\n====\n", Read(rendering).Select(static one => one.Text + "\u0001" + one.Entities.ToJsonString()));

    /// <summary>Which UTF-16 units Telegram leaves alone.</summary>
    public static bool[] Inert((string Text, JsonArray Entities) message)
    {
        var inert = new bool[message.Text.Length];
        foreach (var entity in message.Entities.Where(static one => (string)one!["type"]! == "code"))
        {
            Array.Fill(inert, true, (int)entity!["offset"]!, (int)entity["length"]!);
        }

        return inert;
    }
}
