using System.Globalization;
using System.Text.Json;
using AiOs.Contracts.Messages;

namespace AiOs.Channels.Teams.Activities;

/// <summary>Reads the body of <c>POST /api/messages</c>.</summary>
internal static class ActivityReader
{
    private const string DownloadInfo = "application/vnd.microsoft.teams.file.download.info";

    /// <summary>Reads an activity.</summary>
    /// <returns>What it says; nothing where it is none, or lacks what every activity has.</returns>
    public static IncomingActivity? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static IncomingActivity? Read(JsonElement root)
    {
        if (root.Text("type") is not { } type || root.Text("id") is not { } id || root.Text("channelId") is not { } channel
            || root.Text("serviceUrl") is not { } url || root.Object("conversation") is not { } conversation || conversation.Text("id") is not { } place)
        {
            return null;
        }

        var bot = root.Object("recipient")?.Text("id");
        var sender = root.Object("from");
        var text = MentionText.Read(root, bot, out var isMentioned);
        var files = Files(root);
        return Tapped(root, new IncomingActivity
        {
            Kind = KindOf(type, root, bot, text, files),
            ChannelId = channel,
            ServiceUrl = url,
            ConversationId = place,
            ActivityId = id,
            Place = PlaceOf(conversation),
            TenantId = conversation.Text("tenantId") ?? root.Object("channelData")?.Object("tenant")?.Text("id"),
            SenderObjectId = sender?.Text("aadObjectId"),
            SenderId = sender?.Text("id"),
            BotId = bot,
            At = Moment(root.Text("timestamp")),
            Text = string.IsNullOrEmpty(text) ? null : text,
            IsMentioned = isMentioned,
            ReplyToId = root.Text("replyToId"),
            Files = files,
            InvokeName = type == "invoke" ? root.Text("name") : null,
            IsForwarded = root.Items("attachments").Any(IsPassedOn),
            DedupeKey = DeliveryKey.Of(root),
        });
    }

    private static ActivityKind KindOf(string type, JsonElement root, string? bot, string? text, List<IncomingFile> files) => type switch
    {
        "message" when string.IsNullOrEmpty(text) && files.Count == 0 => root.Object("value")?.Text("token") is null ? ActivityKind.Other : ActivityKind.Submit,
        "message" => ActivityKind.Message,
        "messageUpdate" => ActivityKind.Edited,
        "invoke" => root.Text("name") switch
        {
            "adaptiveCard/action" when Action(root) is not null => ActivityKind.Tap,
            "message/submitAction" => ActivityKind.Feedback,
            _ => ActivityKind.UnknownInvoke,
        },
        "installationUpdate" => root.Text("action") is "remove" or "remove-upgrade" ? ActivityKind.Removed : ActivityKind.Installed,
        "conversationUpdate" when Names(root, "membersAdded", bot) => ActivityKind.Installed,
        "conversationUpdate" when Names(root, "membersRemoved", bot) => ActivityKind.Removed,
        _ => ActivityKind.Other,
    };

    private static IncomingActivity Tapped(JsonElement root, IncomingActivity read)
    {
        var data = read.Kind switch
        {
            ActivityKind.Tap => Action(root)?.Object("data"),
            ActivityKind.Submit => root.Object("value"),
            _ => null,
        };
        return data is not { } found ? read : read with
        {
            TapToken = found.Text("token"),
            Inputs = found.EnumerateObject().Where(static one => one.Value.ValueKind == JsonValueKind.String && one.Name != "token")
                .GroupBy(static one => one.Name).ToDictionary(static one => one.Key, static one => one.Last().Value.GetString()!),
            IsAutomatic = root.Object("value")?.Text("trigger") == "automatic",
        };
    }

    private static JsonElement? Action(JsonElement root) => root.Object("value")?.Object("action");

    private static bool Names(JsonElement root, string list, string? bot) => bot is not null && root.Items(list).Any(one => one.Text("id") == bot);

    private static PlaceKind PlaceOf(JsonElement conversation) => conversation.Text("conversationType") switch
    {
        "personal" => PlaceKind.Personal,
        "groupChat" => PlaceKind.Group,
        "channel" => PlaceKind.Channel,
        _ => PlaceKind.Unknown,
    };

    private static List<IncomingFile> Files(JsonElement root)
    {
        List<IncomingFile> files = [];
        foreach (var attachment in root.Items("attachments"))
        {
            var type = attachment.Text("contentType") ?? string.Empty;
            if (type == DownloadInfo && attachment.Object("content") is { } info && info.Text("downloadUrl") is { } download)
            {
                var name = FileNames.Safe(attachment.Text("name"), "file");
                files.Add(new IncomingFile(name, MediaTypes.OfName(name), download, info.Text("uniqueId"), NeedsToken: false));
            }
            else if (type.StartsWith("image/", StringComparison.OrdinalIgnoreCase) && attachment.Text("contentUrl") is { } picture)
            {
                files.Add(new IncomingFile(FileNames.Safe(attachment.Text("name"), "picture"), MediaTypes.OfPicture(type), picture, null, NeedsToken: true));
            }
        }

        return files;
    }

    /// <summary>A forwarded message comes as a reference, and in the repetition as HTML with a mark of its own.</summary>
    private static bool IsPassedOn(JsonElement attachment) => attachment.Text("contentType") switch
    {
        "forwardedMessageReference" => true,
        "text/html" => attachment.Text("content")?.Contains("schema.skype.com/Forward", StringComparison.OrdinalIgnoreCase) == true,
        _ => false,
    };

    private static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment : null;
}
