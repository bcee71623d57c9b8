using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using AiOs.Testing.Telegram.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiOs.Testing.Telegram;

/// <summary>The Bot API of Telegram on a real server on loopback, with people and groups on the other side.</summary>
public sealed class TelegramDouble : IAsyncDisposable
{
    /// <summary>The token of the one bot it knows.</summary>
    public const string Token = "123456:AA-test-token-of-the-double-000000";

    private readonly WebApplication _app;
    private readonly CancellationTokenSource _end = new();
    private readonly BotMethods _methods;
    private readonly UpdatePoll _poll;
    private readonly UpdatePush _push;
    private readonly Task _pushing;
    private readonly TimeProvider _time;
    private readonly ConcurrentQueue<TelegramCall> _calls = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<TelegramFault>> _faults = new(StringComparer.OrdinalIgnoreCase);
    private TaskCompletionSource _called = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _groups;
    private int _ended;

    private TelegramDouble(WebApplication app, TimeProvider time)
    {
        (_app, _time) = (app, time);
        World = new TelegramWorld(time);
        _methods = new BotMethods(World);
        _poll = new UpdatePoll(World, time);
        _push = new UpdatePush(World, time);
        app.Map("/bot{token}/{method}", AnswerAsync);
        app.MapGet("/file/bot{token}/{**path}", DownloadAsync);
        _pushing = Task.Run(() => _push.RunAsync(_end.Token));
    }

    /// <summary>The base address for the client.</summary>
    public Uri Address => new(_app.Urls.First());

    /// <summary>Every call so far, in the order in which they ended.</summary>
    public IReadOnlyList<TelegramCall> Calls => [.. _calls];

    /// <summary>How many updates wait to be taken or confirmed.</summary>
    public int WaitingUpdates => World.Waiting;

    internal TelegramWorld World { get; }

    /// <summary>Starts the server on a free port.</summary>
    /// <param name="time">Its clock.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The running server.</returns>
    public static async Task<TelegramDouble> StartAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(static kestrel => kestrel.Limits.MaxRequestBodySize = 60 * 1024 * 1024);
        builder.Services.Configure<HostOptions>(static host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        var made = new TelegramDouble(builder.Build(), time);
        await made._app.StartAsync(cancellationToken);
        return made;
    }

    /// <summary>A person. The bot cannot write to them before they wrote.</summary>
    /// <param name="id">The immutable id; also the id of the private chat.</param>
    /// <param name="name">The name they gave themselves.</param>
    /// <returns>The person.</returns>
    public TelegramUser User(long id, string name = "Somebody")
    {
        lock (World.Gate)
        {
            World.People[id] = name;
            World.Chats.TryAdd(id, new TelegramChat(id, "private", name));
        }

        return new TelegramUser(this, id);
    }

    /// <summary>A group with the bot in it.</summary>
    /// <param name="title">Its name.</param>
    /// <param name="forum">Whether it has topics.</param>
    /// <returns>The id of its chat.</returns>
    public long Group(string title, bool forum = false)
    {
        var id = -1_001_000_000_000L - Interlocked.Increment(ref _groups);
        lock (World.Gate)
        {
            World.Chats[id] = new TelegramChat(id, "supergroup", title) { IsForum = forum };
        }

        return id;
    }

    /// <summary>Makes a group into another one, as Telegram does when it becomes a supergroup: its messages stay behind.</summary>
    /// <param name="group">The group.</param>
    /// <returns>The id of the new one.</returns>
    public long Moves(long group)
    {
        var id = Group("Moved");
        lock (World.Gate)
        {
            World.Chat(group).MovedTo = id;
        }

        return id;
    }

    /// <summary>Brings an update of any shape, as a newer server can.</summary>
    /// <param name="kind">Its field.</param>
    /// <param name="what">What stands in it.</param>
    /// <returns>Its number.</returns>
    public int Announce(string kind, JsonObject what) => World.Announce(kind, what);

    /// <summary>Whether an update waits to be taken or confirmed.</summary>
    /// <param name="update">Its number.</param>
    /// <returns>False once it is confirmed.</returns>
    public bool IsWaiting(int update) => World.IsWaiting(update);

    /// <summary>Drops every update that waits.</summary>
    public void Forgets() => World.Forget(null);

    /// <summary>Lets the next call of a method meet a fault; several wait in line.</summary>
    /// <param name="method">The method.</param>
    /// <param name="fault">What it meets.</param>
    public void Next(string method, TelegramFault fault) => _faults.GetOrAdd(method, static _ => new()).Enqueue(fault);

    /// <summary>Delivers an update once more.</summary>
    /// <param name="update">Its number.</param>
    public void Repeat(int update) => World.Repeat(update);

    /// <summary>What stands in a chat, oldest first.</summary>
    /// <param name="chat">The chat.</param>
    /// <returns>The messages that were not deleted.</returns>
    public IReadOnlyList<TelegramSent> Messages(long chat)
    {
        lock (World.Gate)
        {
            var found = World.Chat(chat);
            return [.. found.Messages.OrderBy(static one => one.Key).Select(one => Seen(one.Value, found.Edits.GetValueOrDefault(one.Key)))];
        }
    }

    /// <summary>Waits until enough calls fit.</summary>
    /// <param name="fits">Which calls count.</param>
    /// <param name="count">How many.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The calls that fit.</returns>
    public async Task<IReadOnlyList<TelegramCall>> CalledAsync(Func<TelegramCall, bool> fits, int count, CancellationToken cancellationToken)
    {
        while (true)
        {
            var next = Volatile.Read(ref _called).Task;
            var found = _calls.Where(fits).ToList();
            if (found.Count >= count)
            {
                return found;
            }

            await next.WaitAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _ended, 1) == 1)
        {
            return;
        }

        await _end.CancelAsync();
        await _pushing.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        await _app.DisposeAsync();
        _push.Dispose();
        _end.Dispose();
    }

    private static TelegramSent Seen(JsonObject json, int edits) => new(
        (int)json["message_id"]!,
        (bool)json["from"]!["is_bot"]!,
        (string?)json["text"] ?? (string?)json["caption"] ?? string.Empty,
        [.. (json["reply_markup"]?["inline_keyboard"] as JsonArray ?? []).SelectMany(static row => row!.AsArray()).Select(static one => ((string)one!["text"]!, (string?)one["callback_data"] ?? string.Empty))],
        (int?)json["message_thread_id"],
        edits);

    private async Task AnswerAsync(HttpContext context, string token, string method)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _end.Token);
        var request = await BotRequest.ReadAsync(context.Request, ending.Token);
        var fault = _faults.TryGetValue(method, out var waiting) && waiting.TryDequeue(out var next) ? next : null;
        var (status, body, applied) = token == Token
            ? await RunAsync(method, request, fault, ending.Token)
            : (401, Error(new BotApiError(401, "Unauthorized")), false);
        Record(new TelegramCall(method, request.Fields, request.Files.ToDictionary(static file => file.Value.Name, static file => file.Value.Bytes.Length), status, applied, _time.GetUtcNow()));
        if (status == 0)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = status;
        await context.Response.WriteAsJsonAsync(body, CancellationToken.None);
    }

    private async Task<(int Status, JsonObject Body, bool Applied)> RunAsync(string method, BotRequest request, TelegramFault? fault, CancellationToken cancellationToken)
    {
        try
        {
            switch (fault)
            {
                case TelegramFault.DropsBefore:
                    return (0, [], false);
                case TelegramFault.Refuses refusal:
                    throw new BotApiError(refusal.Code, refusal.Description, refusal.RetryAfter);
                case TelegramFault.Waits waits:
                    await waits.Until.WaitAsync(cancellationToken);
                    break;
                default:
                    break;
            }

            var result = method.Equals("getUpdates", StringComparison.OrdinalIgnoreCase) ? await _poll.AskAsync(request, cancellationToken) : _methods.Call(method, request);
            return fault switch
            {
                TelegramFault.DropsAfter => (0, [], true),
                TelegramFault.BreaksAfter broken => (broken.Code, Error(new BotApiError(broken.Code, "Internal Server Error")), true),
                _ => (200, new JsonObject { ["ok"] = true, ["result"] = result }, true),
            };
        }
        catch (BotApiError error)
        {
            return (error.Code, Error(error), false);
        }
        catch (OperationCanceledException)
        {
            return (0, [], false);
        }
    }

    private static JsonObject Error(BotApiError error)
    {
        var json = new JsonObject { ["ok"] = false, ["error_code"] = error.Code, ["description"] = error.Message };
        if (error.RetryAfter is { } seconds)
        {
            json["parameters"] = new JsonObject { ["retry_after"] = seconds };
        }
        else if (error.MovedTo is { } chat)
        {
            json["parameters"] = new JsonObject { ["migrate_to_chat_id"] = chat };
        }

        return json;
    }

    private void Record(TelegramCall call)
    {
        _calls.Enqueue(call);
        Interlocked.Exchange(ref _called, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    private async Task DownloadAsync(HttpContext context, string token, string path)
    {
        TelegramFile? file;
        lock (World.Gate)
        {
            file = World.Files.Values.FirstOrDefault(one => one.Path == path);
        }

        context.Response.StatusCode = token != Token ? 401 : file is null ? 404 : 200;
        if (context.Response.StatusCode == 200)
        {
            await context.Response.Body.WriteAsync(file!.Bytes, context.RequestAborted);
        }
    }
}
