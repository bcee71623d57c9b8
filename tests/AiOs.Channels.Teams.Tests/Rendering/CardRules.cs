using System.Text.Json.Nodes;

namespace AiOs.Channels.Teams.Tests.Rendering;

/// <summary>The part of Adaptive Cards 1.5 that we use, property by property; anything else is a mistake.</summary>
internal static class CardRules
{
    private static readonly string[] Action = ["type", "title", "style", "associatedInputs", "data"];

    private static readonly Dictionary<string, (string[] Must, string[] May)> Known = new()
    {
        ["AdaptiveCard"] = (["type", "version", "body"], ["$schema", "fallbackText", "msteams", "actions", "refresh"]),
        ["Container"] = (["type", "items"], ["style", "spacing"]),
        ["RichTextBlock"] = (["type", "inlines"], ["spacing"]),
        ["TextRun"] = (["type", "text"], ["weight", "size", "isSubtle", "italic", "strikethrough", "highlight", "fontType"]),
        ["Image"] = (["type", "url", "altText"], ["size"]),
        ["Input.Text"] = (["type", "id", "label"], ["isMultiline", "maxLength"]),
        ["Action.Execute"] = (["type", "title", "verb", "data"], ["style", "associatedInputs", "fallback"]),
        ["Action.Submit"] = (Action, []),
        ["Action.ShowCard"] = (["type", "title", "card"], []),
    };

    private static readonly Dictionary<string, string[]> Words = new()
    {
        ["weight"] = ["Lighter", "Default", "Bolder"],
        ["size"] = ["Small", "Default", "Medium", "Large", "ExtraLarge", "Stretch"],
        ["fontType"] = ["Default", "Monospace"],
        ["spacing"] = ["None", "Small", "Default", "Medium", "Large", "ExtraLarge", "Padding"],
        ["associatedInputs"] = ["auto", "none"],
        ["style"] = ["default", "emphasis", "good", "attention", "warning", "accent", "positive", "destructive"],
    };

    public static IReadOnlyList<string> Broken(JsonObject card)
    {
        List<string> broken = [];
        foreach (var element in Reading.Elements(card))
        {
            var type = (string)element["type"]!;
            if (!Known.TryGetValue(type, out var rule))
            {
                broken.Add($"unknown type {type}");
                continue;
            }

            broken.AddRange(rule.Must.Where(name => element[name] is null).Select(name => $"{type} lacks {name}"));
            broken.AddRange(element.Select(static one => one.Key).Except(rule.Must.Concat(rule.May)).Select(name => $"{type} has {name}"));
            broken.AddRange(element.Where(static one => Words.TryGetValue(one.Key, out var words) && !words.Contains((string)one.Value!)).Select(one => $"{type} has {one.Key} {one.Value}"));
            if (type == "RichTextBlock" && element["inlines"]!.AsArray().Count == 0)
            {
                broken.Add("a line without anything");
            }
        }

        return broken;
    }
}
