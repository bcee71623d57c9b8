using System.Globalization;
using System.Text.Json.Nodes;

namespace AiOs.Testing.Telegram.Server;

/// <summary>What the server knows: chats, messages, files, and updates that wait to be taken.</summary>
internal sealed class TelegramWorld(TimeProvider time)
{
    public const long BotId = 123456;

    private static readonly string[] OnlyWhenAsked = ["chat_member", "message_reaction", "message_reaction_count"];

    private readonly List<(int Id, JsonObject Json)> _updates = [];
    private readonly Dictionary<int, JsonObject> _allUpdates = [];
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _lastUpdate = 700_000;
    private int _lastFile;

    public Lock Gate { get; } = new();

    public Dictionary<long, TelegramChat> Chats { get; } = [];

    public Dictionary<long, string> People { get; } = [];

    public Dictionary<string, TelegramFile> Files { get; } = [];

    public HashSet<string> OpenTaps { get; } = [];

    public JsonNode? Commands { get; set; }

    public TelegramWebhook? Webhook { get; set; }

    public IReadOnlyList<string>? AllowedUpdates { get; set; }

    /// <summary>Ends when the next update comes.</summary>
    public Task News
    {
        get
        {
            lock (Gate)
            {
                return _news.Task;
            }
        }
    }

    public int Waiting
    {
        get
        {
            lock (Gate)
            {
                return _updates.Count;
            }
        }
    }

    public bool IsWaiting(int update)
    {
        lock (Gate)
        {
            return _updates.Exists(one => one.Id == update);
        }
    }

    public long Now => time.GetUtcNow().ToUnixTimeSeconds();

    public TelegramChat Chat(long id) => Chats.GetValueOrDefault(id) ?? throw BotApiError.Bad("chat not found");

    public JsonObject Person(long id) => new() { ["id"] = id, ["is_bot"] = false, ["first_name"] = People.GetValueOrDefault(id, "Somebody"), ["language_code"] = "en" };

    public static JsonObject Bot() => new() { ["id"] = BotId, ["is_bot"] = true, ["first_name"] = "AiOs", ["username"] = "aios_test_bot" };

    /// <summary>A new message in a chat, with what all messages have.</summary>
    public JsonObject Message(TelegramChat chat, JsonObject from, int? topic)
    {
        var id = chat.NextMessage();
        var json = new JsonObject { ["message_id"] = id, ["from"] = from, ["chat"] = chat.ToJson(), ["date"] = Now };
        if (topic is { } thread)
        {
            json["message_thread_id"] = thread;
            json["is_topic_message"] = true;
        }

        chat.Messages[id] = json;
        return json;
    }

    public TelegramFile Keep(string name, byte[] bytes, long? declared = null)
    {
        var number = (++_lastFile).ToString(CultureInfo.InvariantCulture);
        var file = new TelegramFile("file-" + number, "unique-" + number, $"files/file_{number}{Path.GetExtension(name)}", bytes, declared ?? bytes.Length);
        return Files[file.Id] = file;
    }

    public int Announce(string kind, JsonObject what)
    {
        lock (Gate)
        {
            var id = ++_lastUpdate;
            var json = new JsonObject { ["update_id"] = id, [kind] = what.DeepClone() };
            _allUpdates[id] = json;
            if (AllowedUpdates is { Count: > 0 } allowed ? allowed.Contains(kind) : !OnlyWhenAsked.Contains(kind))
            {
                Add(id, json);
            }

            return id;
        }
    }

    /// <summary>Delivers an update once more, as the server does after a lost confirmation.</summary>
    public void Repeat(int update)
    {
        lock (Gate)
        {
            Add(update, _allUpdates[update]);
        }
    }

    public JsonArray Take(long? offset, int limit)
    {
        lock (Gate)
        {
            if (offset > 0)
            {
                _updates.RemoveAll(one => one.Id < offset);
            }
            else if (offset < 0)
            {
                _updates.RemoveRange(0, Math.Max(0, _updates.Count + (int)offset.Value));
            }

            return new JsonArray([.. _updates.OrderBy(static one => one.Id).Take(Math.Clamp(limit, 1, 100)).Select(static one => one.Json.DeepClone())]);
        }
    }

    public (int Id, string Json)? First()
    {
        lock (Gate)
        {
            return _updates.Count == 0 ? null : (_updates[0].Id, _updates[0].Json.ToJsonString());
        }
    }

    public void Forget(int? update)
    {
        lock (Gate)
        {
            if (update is null)
            {
                _updates.Clear();
            }
            else if (_updates.FindIndex(one => one.Id == update) is >= 0 and var at)
            {
                _updates.RemoveAt(at);
            }
        }
    }

    /// <summary>Wakes whoever waits for something to do.</summary>
    public void Wake()
    {
        lock (Gate)
        {
            var news = _news;
            _news = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            news.SetResult();
        }
    }

    private void Add(int id, JsonObject json)
    {
        _updates.Add((id, json));
        Wake();
    }
}
