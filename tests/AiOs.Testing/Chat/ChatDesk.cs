using System.Globalization;
using AiOs.Connectors.Email.Reading;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Chat.Places;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal.Chain;
using AiOs.Testing.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace AiOs.Testing.Chat;

/// <summary>The real kernel with one scripted chat in front of it. The chat lives on when the process dies.</summary>
internal sealed class ChatDesk : IAsyncDisposable
{
    /// <summary>The operator's immutable id in the chat.</summary>
    public const string Operator = "4711";

    /// <summary>The place that is the operator's alone.</summary>
    public const string Home = "p-4711";

    private static CancellationToken Token => CancellationToken.None;

    private int _messages;

    private ChatDesk(bool configured, ITranscriber? transcriber) => Harness = new KernelHarness
    {
        Settings = new WorkspaceSettings
        {
            Id = new WorkspaceId("w1"),
            TimeZone = TimeZoneInfo.Utc,
            Currency = "EUR",
            ConfiguredDevices = configured ? [new PairedDevice(ChannelName.Telegram, Operator, Since: null)] : [],
            ExportDirectory = Path.Combine(Path.GetTempPath(), "aios-exports-" + Path.GetRandomFileName()),
        },
        Instead = services =>
        {
            services.AddSingleton<IChatChannel>(Chat);
            services.AddSingleton<ICardPlaces>(Cards);
            services.AddSingleton<IMailReader>(new MailReader());
            if (transcriber is not null)
            {
                services.AddSingleton(transcriber);
            }
        },
    };

    public KernelHarness Harness { get; }

    public ScriptedChat Chat { get; } = new(ChannelName.Telegram);

    public ShownCards Cards { get; } = new();

    public IConversation Conversation => Harness.Process.Get<IConversation>();

    public IPairing Pairing => Harness.Process.Get<IPairing>();

    /// <summary>The first lines of everything that was said.</summary>
    public IReadOnlyList<string> Titles => [.. Chat.Said.Select(said => said.Note.Title)];

    public static async Task<ChatDesk> StartAsync(bool configured = true, ITranscriber? transcriber = null)
    {
        var desk = new ChatDesk(configured, transcriber);
        await desk.Harness.OpenAsync();
        return desk;
    }

    /// <summary>A message in the operator's own place, a second after the one before, with new names for all that must be told apart.</summary>
    public ChatMessage Message(string? text, string? replyTo = null)
    {
        Harness.Time.Advance(TimeSpan.FromSeconds(1));
        var number = Interlocked.Increment(ref _messages).ToString(CultureInfo.InvariantCulture);
        return new ChatMessage
        {
            Channel = ChannelName.Telegram,
            Sender = Operator,
            Place = Home,
            IsPrivate = true,
            Message = number,
            DedupeKey = "update-" + number,
            Text = text,
            ReplyTo = replyTo,
            At = Harness.Time.GetUtcNow(),
        };
    }

    public async Task<ChatMessage> SayAsync(string? text, string? replyTo = null)
    {
        var message = Message(text, replyTo);
        await Conversation.HearAsync(message, Token);
        return message;
    }

    public Task HearAsync(ChatMessage message) => Conversation.HearAsync(message, Token);

    public Task<TapReply> TapAsync(CardTap tap, string? text = null, string sender = Operator, string? key = null) => Conversation.TapAsync(
        new ChatTap
        {
            Channel = ChannelName.Telegram,
            Sender = sender,
            Place = Home,
            Message = "17",
            Token = CardToken.Of(tap),
            DedupeKey = key ?? "tap-" + Interlocked.Increment(ref _messages).ToString(CultureInfo.InvariantCulture),
            Text = text,
        },
        Token);

    /// <summary>Shows the card of a work item as it is, whole, in the operator's place.</summary>
    /// <returns>What the chat calls it.</returns>
    public async Task<string> ShowAsync(WorkItemView item)
    {
        var message = Chat.NextMessage();
        var approval = item.Approvals.LastOrDefault(one => one.State == "open")?.Id;
        await Harness.Process.Get<MessageLinks>().KeepAsync(ChannelName.Telegram, Home, message, new MessageLink(LinkKind.Card, item.Id, approval), Token);
        if (approval is { } shown)
        {
            Cards.Add(ChannelName.Telegram, Home, shown);
        }

        return message;
    }

    /// <summary>The newest work items, newest first.</summary>
    public Task<IReadOnlyList<WorkItemView>> ItemsAsync() => Harness.Desk.RecentAsync(200, before: null, openOnly: false, Token);

    /// <summary>Every event there is of one kind.</summary>
    public async Task<IReadOnlyList<TEvent>> EventsAsync<TEvent>()
        where TEvent : JournalEvent
    {
        var found = new List<TEvent>();
        foreach (var stored in Harness.Store.Commits())
        {
            found.AddRange(CommitReader.Read(stored, await Harness.Process.Journal.FindKeyAsync(stored.Stream, Token)).Events.OfType<TEvent>());
        }

        return found;
    }

    public async ValueTask DisposeAsync()
    {
        await Harness.DisposeAsync();
        if (Harness.Settings.ExportDirectory is { } exports && Directory.Exists(exports))
        {
            Directory.Delete(exports, recursive: true);
        }
    }
}
