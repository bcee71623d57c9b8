using System.Text.Json;

namespace AiOs.Channels.Teams.Activities;

/// <summary>Reads the text of a message without our own mention, and with those of others as plain names.</summary>
internal static class MentionText
{
    /// <summary>Only what an entity names is a mention; an <c>&lt;at&gt;</c> that somebody typed stays as typed.</summary>
    public static string? Read(JsonElement activity, string? botId, out bool isMentioned)
    {
        isMentioned = false;
        var text = activity.Text("text");
        if (text is null)
        {
            return null;
        }

        foreach (var entity in activity.Items("entities"))
        {
            if (entity.Text("type") == "mention" && entity.Text("text") is { Length: > 0 } mark && entity.Object("mentioned") is { } who)
            {
                var isUs = botId is not null && who.Text("id") == botId;
                isMentioned |= isUs;
                text = Replace(text, mark, isUs ? string.Empty : who.Text("name") ?? string.Empty);
            }
        }

        return text.Trim();
    }

    /// <summary>One entity is one mention: the first of its kind that is left.</summary>
    private static string Replace(string text, string mark, string name)
    {
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? text : string.Concat(text.AsSpan(0, at), name, text.AsSpan(at + mark.Length));
    }
}
