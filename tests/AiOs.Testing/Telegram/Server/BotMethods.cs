using System.Text.Json.Nodes;

namespace AiOs.Testing.Telegram.Server;

/// <summary>Every method but getUpdates, which waits.</summary>
internal sealed class BotMethods(TelegramWorld world)
{
    private const int LongestAnswer = 200;
    private const long LargestDownload = 20 * 1024 * 1024;

    private readonly MessageMethods _messages = new(world);

    public JsonNode Call(string method, BotRequest request)
    {
        lock (world.Gate)
        {
            return method.ToLowerInvariant() switch
            {
                "getme" => Me(),
                "sendmessage" => _messages.SendText(request).DeepClone(),
                "sendphoto" => _messages.SendFile(request, "photo").DeepClone(),
                "senddocument" => _messages.SendFile(request, "document").DeepClone(),
                "sendvoice" => _messages.SendFile(request, "voice").DeepClone(),
                "sendmediagroup" => _messages.SendAlbum(request),
                "sendchataction" or "setmessagereaction" => Reached(request),
                "editmessagetext" => _messages.EditText(request).DeepClone(),
                "editmessagecaption" => _messages.EditCaption(request).DeepClone(),
                "editmessagereplymarkup" => _messages.EditButtons(request).DeepClone(),
                "deletemessage" => _messages.Delete(request),
                "createforumtopic" => _messages.CreateTopic(request),
                "answercallbackquery" => AnswerTap(request),
                "getfile" => File(request),
                "setmycommands" => SetCommands(request),
                "getmycommands" => world.Commands?.DeepClone() ?? new JsonArray(),
                "deletemycommands" => SetCommands(new BotRequest()),
                "setwebhook" => SetWebhook(request),
                "deletewebhook" => DeleteWebhook(request),
                "getwebhookinfo" => WebhookInfo(),
                _ => throw new BotApiError(404, "Not Found: method not found"),
            };
        }
    }

    private static JsonObject Me()
    {
        var me = TelegramWorld.Bot();
        (me["can_join_groups"], me["can_read_all_group_messages"], me["supports_inline_queries"]) = (true, false, false);
        return me;
    }

    private JsonValue Reached(BotRequest request)
    {
        _ = _messages.Reachable(request);
        return JsonValue.Create(true);
    }

    /// <summary>Once: a tap that was answered, or that never was, is told so.</summary>
    private JsonValue AnswerTap(BotRequest request)
    {
        if (!world.OpenTaps.Remove(request.Text("callback_query_id") ?? string.Empty))
        {
            throw BotApiError.Bad("query is too old and response timeout expired or query ID is invalid");
        }

        return request.Text("text") is { Length: > LongestAnswer } ? throw BotApiError.Bad("MESSAGE_TOO_LONG") : JsonValue.Create(true);
    }

    private JsonObject File(BotRequest request)
    {
        var file = world.Files.GetValueOrDefault(request.Text("file_id") ?? string.Empty) ?? throw BotApiError.Bad("invalid file_id");
        if (file.Size > LargestDownload)
        {
            throw BotApiError.Bad("file is too big");
        }

        var json = file.ToJson();
        json["file_path"] = file.Path;
        return json;
    }

    private JsonValue SetCommands(BotRequest request)
    {
        var commands = request.Fields["commands"] as JsonArray ?? [];
        foreach (var command in commands.OfType<JsonObject>())
        {
            var name = (string?)command["command"] ?? string.Empty;
            if (name.Length is 0 or > 32 || !name.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'))
            {
                throw BotApiError.Bad("BOT_COMMAND_INVALID");
            }

            if (((string?)command["description"])?.Length is null or 0 or > 256)
            {
                throw BotApiError.Bad("BOT_COMMAND_DESCRIPTION_INVALID");
            }
        }

        world.Commands = commands.Count > 100 ? throw BotApiError.Bad("BOT_COMMANDS_TOO_MUCH") : commands.DeepClone();
        return JsonValue.Create(true);
    }

    private JsonValue SetWebhook(BotRequest request)
    {
        var secret = request.Text("secret_token");
        if (secret is not null && (secret.Length is 0 or > 256 || !secret.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')))
        {
            throw BotApiError.Bad("secret token contains unallowed characters");
        }

        if (!Uri.TryCreate(request.Text("url"), UriKind.Absolute, out var url) || !(url.Scheme == Uri.UriSchemeHttps || url.IsLoopback))
        {
            throw BotApiError.Bad("bad webhook: An HTTPS URL must be provided for webhook");
        }

        world.Webhook = new TelegramWebhook(url, secret);
        world.AllowedUpdates = (request.Fields["allowed_updates"] as JsonArray)?.Select(static one => (string)one!).ToList() ?? world.AllowedUpdates;
        ForgetIfAsked(request);
        world.Wake();
        return JsonValue.Create(true);
    }

    private JsonValue DeleteWebhook(BotRequest request)
    {
        world.Webhook = null;
        ForgetIfAsked(request);
        return JsonValue.Create(true);
    }

    private JsonObject WebhookInfo()
    {
        var info = new JsonObject { ["url"] = world.Webhook?.Url.ToString() ?? string.Empty, ["has_custom_certificate"] = false, ["pending_update_count"] = world.Waiting };
        if (world.Webhook is { LastError: { } error })
        {
            (info["last_error_message"], info["last_error_date"]) = (error, world.Webhook.LastErrorAt);
        }

        return info;
    }

    private void ForgetIfAsked(BotRequest request)
    {
        if (request.Flag("drop_pending_updates"))
        {
            world.Forget(null);
        }
    }
}
