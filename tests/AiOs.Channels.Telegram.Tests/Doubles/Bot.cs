using AiOs.Testing.Telegram;
using Telegram.Bot;

namespace AiOs.Channels.Telegram.Tests.Doubles;

/// <summary>The double and the real client on its wire.</summary>
internal sealed class Bot : IAsyncDisposable
{
    public const long OperatorId = 4711;

    private Bot(TelegramDouble server)
    {
        Server = server;
        Client = Connect(server.Address, TelegramDouble.Token);
        Operator = server.User(OperatorId, "Jonas");
    }

    public TelegramDouble Server { get; }

    public TelegramBotClient Client { get; }

    public TelegramUser Operator { get; }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<Bot> StartAsync() => new(await TelegramDouble.StartAsync(TimeProvider.System, Token));

    /// <summary>With the operator's chat already open.</summary>
    public static async Task<Bot> GreetedAsync()
    {
        var bot = await StartAsync();
        bot.Operator.Sends("/start");
        return bot;
    }

    public static TelegramBotClient Connect(Uri address, string token) =>
        new(new TelegramBotClientOptions(token, address.GetLeftPart(UriPartial.Authority)) { RetryCount = 0 }, cancellationToken: Token);

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
