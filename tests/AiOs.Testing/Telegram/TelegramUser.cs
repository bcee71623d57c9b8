using System.Text.Json.Nodes;
using AiOs.Testing.Telegram.Server;

namespace AiOs.Testing.Telegram;

/// <summary>A person with Telegram open.</summary>
public sealed class TelegramUser
{
    private static int _taps;

    private readonly TelegramWorld _world;

    internal TelegramUser(TelegramDouble server, long id)
    {
        (_world, Id) = (server.World, id);
    }

    /// <summary>The immutable id.</summary>
    public long Id { get; }

    /// <summary>Writes a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="say">Where and how; nothing is the private chat.</param>
    /// <returns>The number of the message and of the update.</returns>
    public (int Message, int Update) Sends(string text, TelegramSay? say = null) => Post(say, json => json["text"] = text);

    /// <summary>Sends a file as a document.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="mediaType">Its type as declared.</param>
    /// <param name="caption">The words under it.</param>
    /// <param name="say">Where and how.</param>
    /// <param name="declaredSize">The size it says it has, where that is not its own.</param>
    /// <returns>The number of the message and of the update.</returns>
    public (int Message, int Update) SendsDocument(string name, byte[] bytes, string mediaType, string? caption = null, TelegramSay? say = null, long? declaredSize = null) =>
        Post(say, json => json["document"] = With(_world.Keep(name, bytes, declaredSize), ("file_name", name), ("mime_type", mediaType)), caption);

    /// <summary>Sends a picture, in two sizes as the real server makes them.</summary>
    /// <param name="bytes">The bytes of the larger one.</param>
    /// <param name="caption">The words under it.</param>
    /// <param name="say">Where and how.</param>
    /// <returns>The number of the message and of the update.</returns>
    public (int Message, int Update) SendsPhoto(byte[] bytes, string? caption = null, TelegramSay? say = null) =>
        Post(
            say,
            json => json["photo"] = new JsonArray(
                With(_world.Keep("small.jpg", bytes[..(bytes.Length / 2)]), ("width", 90), ("height", 60)),
                With(_world.Keep("large.jpg", bytes), ("width", 1280), ("height", 853))),
            caption);

    /// <summary>Speaks.</summary>
    /// <param name="bytes">The recording.</param>
    /// <param name="seconds">How long it is.</param>
    /// <param name="say">Where and how.</param>
    /// <returns>The number of the message and of the update.</returns>
    public (int Message, int Update) SendsVoice(byte[] bytes, int seconds = 3, TelegramSay? say = null) =>
        Post(say, json => json["voice"] = With(_world.Keep("voice.oga", bytes), ("duration", seconds), ("mime_type", "audio/ogg")));

    /// <summary>Changes a text of their own.</summary>
    /// <param name="message">Which message.</param>
    /// <param name="text">The new text.</param>
    /// <param name="chat">Where; nothing is the private chat.</param>
    /// <returns>The number of the update.</returns>
    public int Edits(int message, string text, long? chat = null)
    {
        lock (_world.Gate)
        {
            var json = _world.Chat(chat ?? Id).Messages[message];
            if ((long)json["from"]!["id"]! != Id)
            {
                throw new InvalidOperationException("A person edits their own messages only.");
            }

            (json["text"], json["edit_date"]) = (text, _world.Now);
            return _world.Announce("edited_message", json);
        }
    }

    /// <summary>Taps a button that is there.</summary>
    /// <param name="message">The message.</param>
    /// <param name="label">What stands on the button.</param>
    /// <param name="chat">Where; nothing is the private chat.</param>
    /// <returns>The id of the tap and the number of the update.</returns>
    public (string Tap, int Update) Taps(int message, string label, long? chat = null)
    {
        lock (_world.Gate)
        {
            var rows = _world.Chat(chat ?? Id).Messages[message]["reply_markup"]?["inline_keyboard"] as JsonArray ?? [];
            var button = rows.SelectMany(static row => row!.AsArray()).FirstOrDefault(one => (string)one!["text"]! == label)
                ?? throw new InvalidOperationException($"There is no button {label} under message {message}.");
            return TapsWith(message, (string)button["callback_data"]!, chat);
        }
    }

    /// <summary>Sends a tap with any data, as a client that was tampered with can.</summary>
    /// <param name="message">The message.</param>
    /// <param name="data">The data.</param>
    /// <param name="chat">Where; nothing is the private chat.</param>
    /// <returns>The id of the tap and the number of the update.</returns>
    public (string Tap, int Update) TapsWith(int message, string data, long? chat = null)
    {
        lock (_world.Gate)
        {
            var tap = $"tap-{Interlocked.Increment(ref _taps)}";
            _world.OpenTaps.Add(tap);
            var update = _world.Announce("callback_query", new JsonObject
            {
                ["id"] = tap,
                ["from"] = _world.Person(Id),
                ["message"] = _world.Chat(chat ?? Id).Messages[message].DeepClone(),
                ["chat_instance"] = "1",
                ["data"] = data,
            });
            return (tap, update);
        }
    }

    /// <summary>Blocks the bot.</summary>
    public void Blocks() => Turn("member", "kicked");

    /// <summary>Lets the bot in again.</summary>
    public void Unblocks() => Turn("kicked", "member");

    private void Turn(string before, string after)
    {
        lock (_world.Gate)
        {
            var chat = _world.Chat(Id);
            chat.IsBlocked = after == "kicked";
            _world.Announce("my_chat_member", new JsonObject
            {
                ["chat"] = chat.ToJson(),
                ["from"] = _world.Person(Id),
                ["date"] = _world.Now,
                ["old_chat_member"] = Member(before),
                ["new_chat_member"] = Member(after),
            });
        }
    }

    private static JsonObject Member(string status)
    {
        var member = new JsonObject { ["user"] = TelegramWorld.Bot(), ["status"] = status };
        if (status == "kicked")
        {
            member["until_date"] = 0;
        }

        return member;
    }

    private (int Message, int Update) Post(TelegramSay? say, Action<JsonObject> fill, string? caption = null)
    {
        lock (_world.Gate)
        {
            var chat = _world.Chat(say?.Chat ?? Id);
            chat.IsOpen = true;
            var json = _world.Message(chat, _world.Person(Id), say?.Topic);
            fill(json);
            if (caption is not null)
            {
                json["caption"] = caption;
            }

            if ((say?.ReplyTo ?? say?.Topic) is { } other)
            {
                var copy = chat.Messages[other].DeepClone().AsObject();
                copy.Remove("reply_to_message");
                json["reply_to_message"] = copy;
            }

            if (say?.ForwardedFrom is { } name)
            {
                json["forward_origin"] = new JsonObject { ["type"] = "hidden_user", ["date"] = _world.Now - 60, ["sender_user_name"] = name };
            }

            if (say?.Album is { } album)
            {
                json["media_group_id"] = album;
            }

            return ((int)json["message_id"]!, _world.Announce("message", json));
        }
    }

    private static JsonObject With(TelegramFile file, params (string Name, JsonNode Value)[] more)
    {
        var json = file.ToJson();
        foreach (var (name, value) in more)
        {
            json[name] = value;
        }

        return json;
    }
}
