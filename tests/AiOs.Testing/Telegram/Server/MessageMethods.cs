using System.Text;
using System.Text.Json.Nodes;

namespace AiOs.Testing.Telegram.Server;

/// <summary>The methods that make, change and take away messages, with the limits of the real ones.</summary>
internal sealed class MessageMethods(TelegramWorld world)
{
    private const int LongestText = 4096;
    private const int LongestCaption = 1024;
    private const int LongestData = 64;
    private const int LargestPhoto = 10 * 1024 * 1024;
    private const int LargestFile = 50 * 1024 * 1024;

    public JsonObject SendText(BotRequest request) => Write(request, Texts(request, "text", LongestText, "text"));

    public JsonObject SendFile(BotRequest request, string field)
    {
        var chat = Reachable(request);
        var texts = request.Text("caption") is null ? [] : Texts(request, "caption", LongestCaption, "caption");
        var file = Stored(request, field);
        var json = Write(request, texts, chat);
        AddFile(json, field, file, request.Upload(field)?.Name);
        return json;
    }

    public JsonArray SendAlbum(BotRequest request)
    {
        var chat = Reachable(request);
        var media = request.Fields["media"] as JsonArray ?? throw BotApiError.Bad("can't parse media JSON object");
        if (media.Count is < 2 or > 10)
        {
            throw BotApiError.Bad("media must have 2-10 items");
        }

        var album = $"album-{chat.LastMessage + 1}";
        var sent = new JsonArray();
        foreach (var item in media.OfType<JsonObject>())
        {
            var type = (string)item["type"]!;
            var part = new BotRequest();
            part.Fields["media"] = (string)item["media"]!;
            foreach (var (name, file) in request.Files)
            {
                part.Files[name] = file;
            }

            var json = Write(request, [], chat);
            json["media_group_id"] = album;
            AddFile(json, type, Stored(part, "media"), part.Upload("media")?.Name);
            sent.Add(json.DeepClone());
        }

        return sent;
    }

    public JsonObject EditText(BotRequest request) => Change(request, "text", Texts(request, "text", LongestText, "text"));

    public JsonObject EditCaption(BotRequest request) => Change(request, "caption", Texts(request, "caption", LongestCaption, "caption"));

    public JsonObject EditButtons(BotRequest request) => Change(request, null, []);

    public JsonNode Delete(BotRequest request)
    {
        var chat = Reachable(request);
        return chat.Messages.Remove(request.Message()) ? JsonValue.Create(true) : throw BotApiError.Bad("message to delete not found");
    }

    public JsonObject CreateTopic(BotRequest request)
    {
        var chat = Reachable(request);
        if (!chat.IsForum)
        {
            throw BotApiError.Bad("the chat is not a forum");
        }

        var name = request.Text("name") is { Length: > 0 and <= 128 } given ? given : throw BotApiError.Bad("topic name must be 1-128 characters");
        var id = chat.NextMessage();
        chat.Messages[id] = new JsonObject
        {
            ["message_id"] = id,
            ["from"] = TelegramWorld.Bot(),
            ["chat"] = chat.ToJson(),
            ["date"] = world.Now,
            ["message_thread_id"] = id,
            ["is_topic_message"] = true,
            ["forum_topic_created"] = new JsonObject { ["name"] = name, ["icon_color"] = 7322096 },
        };
        return new JsonObject { ["message_thread_id"] = id, ["name"] = name, ["icon_color"] = 7322096 };
    }

    /// <summary>The chat, if the bot may write there.</summary>
    public TelegramChat Reachable(BotRequest request)
    {
        var chat = world.Chat(request.Chat());
        return chat.MovedTo is { } other ? throw new BotApiError(400, "Bad Request: group chat was upgraded to a supergroup chat", movedTo: other)
            : chat.IsBlocked ? throw new BotApiError(403, "Forbidden: bot was blocked by the user")
            : !chat.IsOpen ? throw new BotApiError(403, "Forbidden: bot can't initiate conversation with a user")
            : chat;
    }

    private JsonObject Write(BotRequest request, JsonObject texts, TelegramChat? reachable = null)
    {
        var chat = reachable ?? Reachable(request);
        var buttons = Buttons(request);
        var topic = (int?)request.Number("message_thread_id");
        if (topic is { } thread && !(chat.IsForum && chat.Messages.ContainsKey(thread)))
        {
            throw BotApiError.Bad("message thread not found");
        }

        var replied = request.Object("reply_parameters") is { } reply ? Replied(chat, reply) : null;
        var json = world.Message(chat, TelegramWorld.Bot(), topic);
        Merge(json, texts);
        Set(json, "reply_to_message", replied);
        Set(json, "reply_markup", buttons);
        Set(json, "asks_for_reply", Asks(request) ? JsonValue.Create(true) : null);
        return json;
    }

    /// <summary>The field for a reply is opened; its hint has 1 to 64 characters.</summary>
    private static bool Asks(BotRequest request) => request.Object("reply_markup") is { } markup && (bool?)markup["force_reply"] == true
        && (((string?)markup["input_field_placeholder"])?.Length is null or (> 0 and <= 64) ? true : throw BotApiError.Bad("input field placeholder is too long"));

    private static JsonObject? Replied(TelegramChat chat, JsonObject reply)
    {
        if (chat.Messages.GetValueOrDefault((int)reply["message_id"]!) is { } message)
        {
            var copy = message.DeepClone().AsObject();
            copy.Remove("reply_to_message");
            return copy;
        }

        return (bool?)reply["allow_sending_without_reply"] == true ? null : throw BotApiError.Bad("message to be replied not found");
    }

    private JsonObject Change(BotRequest request, string? part, JsonObject texts)
    {
        var chat = Reachable(request);
        var json = chat.Messages.GetValueOrDefault(request.Message()) ?? throw BotApiError.Bad("message to edit not found");
        if ((long)json["from"]!["id"]! != TelegramWorld.BotId || json["asks_for_reply"] is not null)
        {
            throw BotApiError.Bad("message can't be edited");
        }

        var changed = json.DeepClone().AsObject();
        if (part is not null)
        {
            if (part == "text" && json["text"] is null)
            {
                throw BotApiError.Bad("there is no text in the message to edit");
            }

            Drop(changed, part, part == "text" ? "entities" : "caption_entities");
            Merge(changed, texts);
        }

        Drop(changed, "reply_markup");
        Set(changed, "reply_markup", Buttons(request));
        Drop(changed, "edit_date");
        if (JsonNode.DeepEquals(changed, Without(json, "edit_date")))
        {
            throw BotApiError.Bad("message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message");
        }

        changed["edit_date"] = world.Now;
        chat.Edits[request.Message()] = chat.Edits.GetValueOrDefault(request.Message()) + 1;
        return chat.Messages[request.Message()] = changed;
    }

    private static JsonObject Texts(BotRequest request, string field, int longest, string what)
    {
        var raw = request.Text(field) ?? string.Empty;
        JsonArray entities = [];
        var text = request.Text("parse_mode") switch
        {
            null or "" => raw.Trim(),
            var mode when mode.Equals("html", StringComparison.OrdinalIgnoreCase) => Html(raw, out entities),
            _ => throw BotApiError.Bad("unsupported parse_mode"),
        };
        if (text.Length > longest)
        {
            throw BotApiError.Bad(what == "text" ? "message is too long" : "message caption is too long");
        }

        if (text.Length == 0)
        {
            return what == "text" ? throw BotApiError.Bad("message text is empty") : [];
        }

        var json = new JsonObject { [field] = text };
        Set(json, field == "text" ? "entities" : "caption_entities", entities.Count > 0 ? entities : null);
        return json;
    }

    private static string Html(string raw, out JsonArray entities)
    {
        try
        {
            return TelegramHtml.Read(raw, out entities);
        }
        catch (FormatException fault)
        {
            throw BotApiError.Bad(fault.Message);
        }
    }

    private static JsonObject? Buttons(BotRequest request)
    {
        if (request.Object("reply_markup")?["inline_keyboard"] is not JsonArray rows)
        {
            return null;
        }

        foreach (var button in rows.OfType<JsonArray>().SelectMany(static row => row.OfType<JsonObject>()))
        {
            var data = (string?)button["callback_data"];
            if (string.IsNullOrEmpty((string?)button["text"]))
            {
                throw BotApiError.Bad("can't parse inline keyboard button: field \"text\" must be non-empty");
            }

            if (data is { Length: 0 } || Encoding.UTF8.GetByteCount(data ?? string.Empty) > LongestData)
            {
                throw BotApiError.Bad("BUTTON_DATA_INVALID");
            }
        }

        return rows.Count == 0 ? null : new JsonObject { ["inline_keyboard"] = rows.DeepClone() };
    }

    private TelegramFile Stored(BotRequest request, string field)
    {
        var file = request.Upload(field) is { } upload
            ? world.Keep(upload.Name, upload.Bytes)
            : world.Files.GetValueOrDefault(request.Text(field) ?? string.Empty) ?? throw BotApiError.Bad("wrong remote file identifier specified: Wrong string length");
        return file.Size > (field == "photo" ? LargestPhoto : LargestFile) ? throw new BotApiError(413, "Request Entity Too Large") : file;
    }

    private static void AddFile(JsonObject json, string field, TelegramFile file, string? name)
    {
        var info = file.ToJson();
        switch (field)
        {
            case "photo":
                (info["width"], info["height"]) = (800, 600);
                json["photo"] = new JsonArray(info);
                break;
            case "voice":
                info["duration"] = 1;
                json["voice"] = info;
                break;
            default:
                info["file_name"] = name ?? "file";
                json["document"] = info;
                break;
        }
    }

    private static void Merge(JsonObject json, JsonObject parts)
    {
        foreach (var (name, value) in parts)
        {
            json[name] = value?.DeepClone();
        }
    }

    private static void Set(JsonObject json, string name, JsonNode? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }

    private static void Drop(JsonObject json, params string[] names)
    {
        foreach (var name in names)
        {
            json.Remove(name);
        }
    }

    private static JsonObject Without(JsonObject json, string name)
    {
        var copy = json.DeepClone().AsObject();
        copy.Remove(name);
        return copy;
    }
}
