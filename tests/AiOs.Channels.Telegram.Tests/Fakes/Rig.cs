using AiOs.Channels.Telegram.Checks;
using AiOs.Channels.Telegram.Sending;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ports;
using AiOs.Testing.Telegram;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiOs.Channels.Telegram.Tests.Fakes;

/// <summary>The channel as a host has it, with the real client, on the wire of the double.</summary>
internal sealed class Rig : IAsyncDisposable
{
    public const long OperatorId = 4711;

    private readonly TimeProvider _time;
    private ServiceProvider _provider;

    private Rig(TelegramDouble server, TimeProvider time, string token)
    {
        (Server, _time, BotToken) = (server, time, token);
        Operator = server.User(OperatorId, "Jonas");
        _provider = Build();
    }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public TelegramDouble Server { get; }

    public TelegramUser Operator { get; }

    public string BotToken { get; }

    public RecordingConversation Conversation { get; } = new();

    public RecordingInbox Inbox { get; } = new();

    public LogLines Log { get; } = new();

    public IChatChannel Channel => _provider.GetRequiredService<TelegramChannel>();

    public TelegramPart Part => _provider.GetServices<ICheckedPart>().OfType<TelegramPart>().Single();

    public static async Task<Rig> StartAsync(TimeProvider? time = null, string token = TelegramDouble.Token) =>
        new(await TelegramDouble.StartAsync(time ?? TimeProvider.System, Token), time ?? TimeProvider.System, token);

    /// <summary>With the operator's chat open, and nothing waiting.</summary>
    public static async Task<Rig> GreetedAsync(TimeProvider? time = null)
    {
        var rig = await StartAsync(time);
        rig.Operator.Sends("/start");
        rig.Server.Forgets();
        return rig;
    }

    /// <summary>What a host registers, for hosts of the test's own.</summary>
    public void AddTo(IServiceCollection services, params (string Key, string Value)[] more)
    {
        var settings = new Dictionary<string, string?> { ["BotToken"] = BotToken, ["BaseUrl"] = Server.Address.GetLeftPart(UriPartial.Authority) };
        foreach (var (key, value) in more)
        {
            settings[key] = value;
        }

        services.AddLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        services.AddSingleton(_time);
        services.AddSingleton<IConversation>(Conversation);
        services.AddSingleton<IInbox>(Inbox);
        services.AddSingleton<ICommands, ThreeCommands>();
        services.AddTelegram(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
    }

    public Task PollAsync() => Receiver().StartAsync(Token);

    /// <summary>Ends the host and makes a new one, as after a crash: nothing is remembered.</summary>
    public async Task RestartAsync()
    {
        await _provider.DisposeAsync();
        _provider = Build();
    }

    /// <summary>Waits until an update is confirmed: only then does Telegram forget it.</summary>
    public async Task<bool> ConfirmedAsync(int update)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromSeconds(90));
        while (Server.IsWaiting(update))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, patience.Token);
        }

        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        await Server.DisposeAsync();
    }

    private ServiceProvider Build()
    {
        var services = new ServiceCollection();
        AddTo(services);
        services.AddSingleton<IHostApplicationLifetime, NoLifetime>();
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    private IHostedService Receiver() => _provider.GetServices<IHostedService>().Single();
}
