using AiOs.Contracts.Chat;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Chat.Places;
using AiOs.Kernel.Tests.Sharing;
using AiOs.Testing;
using AiOs.Testing.Chat;
using AiOs.Testing.Doubles;
using AiOs.Testing.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace AiOs.Kernel.Tests.Chat.Boards;

/// <summary>A kernel whose cards are kept in one scripted channel.</summary>
internal sealed class BoardStage : IAsyncDisposable
{
    private CancellationTokenSource _stop = new();
    private Task _keeping = Task.CompletedTask;

    private BoardStage(ScriptedConnector? mail) => Harness = new KernelHarness
    {
        Mail = mail ?? new ScriptedConnector(),
        Instead = services =>
        {
            services.AddSingleton<IPairing>(Pairing);
            services.AddSingleton<ICursors>(Cursors = new MortalCursors(Harness!.Cursors));
        },
    };

    public static string Anna => "home of anna";

    public static string Ben => "home of ben";

    public KernelHarness Harness { get; }

    public ScriptedChannel Channel { get; } = new();

    public ListedPairing Pairing { get; } = new();

    /// <summary>The cursors as the newest process reaches them.</summary>
    public MortalCursors Cursors { get; private set; } = null!;

    /// <summary>Starts with people who are paired.</summary>
    public static Task<BoardStage> StartAsync(params string[] people) => StartAsync(null, people);

    public static async Task<BoardStage> StartAsync(ScriptedConnector? mail, params string[] people)
    {
        var stage = new BoardStage(mail);
        stage.Pairing.Set(people);
        await stage.Harness.OpenAsync();
        stage.Keep();
        await stage.SettleAsync();
        return stage;
    }

    /// <summary>A message that the operator wrote in the channel.</summary>
    public static InboundMessage Typed(string place, string message = "q1") => Some.Mail() with
    {
        Channel = ChannelName.Telegram,
        Authority = Authority.Operator,
        DedupeKey = place + message,
        Content = new MessageContent { Origin = ContentOrigin.Typed, Text = "Answer Anna", Chat = new ChatOrigin(place, message) },
    };

    public void Keep()
    {
        _stop = new CancellationTokenSource();
        _keeping = Harness.Process.Get<ICardKeeping>().KeepCardsAsync(Channel, _stop.Token);
    }

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _keeping.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        _stop.Dispose();
    }

    /// <summary>The host goes in good order, something happens, and another one starts.</summary>
    public async Task RestartAsync(Func<Task>? meanwhile = null)
    {
        await StopAsync();
        await Harness.RestartAsync();
        if (meanwhile is not null)
        {
            await meanwhile();
        }

        Keep();
    }

    public Task UntilAsync(Func<bool> holds, TimeSpan? atMost = null) => Harness.UntilAsync(holds, atMost ?? TimeSpan.FromSeconds(10));

    /// <summary>Long enough that whatever was to happen has happened.</summary>
    public Task SettleAsync() => Harness.PassAsync(TimeSpan.FromSeconds(7));

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Harness.DisposeAsync();
    }
}
