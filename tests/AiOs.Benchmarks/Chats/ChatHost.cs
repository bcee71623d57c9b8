using AiOs.Benchmarks.Hosts;
using AiOs.Testing.Teams;
using AiOs.Testing.Telegram;

namespace AiOs.Benchmarks.Chats;

/// <summary>A host with both chat services, whose clouds stand on loopback and whose operator is known by configuration.</summary>
internal sealed class ChatHost : IAsyncDisposable
{
    public const long Operator = 4_711;
    public const string Secret = "a-secret_of-the-webhook";

    private ChatHost(TelegramDouble telegram, TeamsDouble teams, TeamsPerson person, ServerProcess process) =>
        (Telegram, Teams, Person, Process) = (telegram, teams, person, process);

    public TelegramDouble Telegram { get; }

    public TeamsDouble Teams { get; }

    public TeamsPerson Person { get; }

    public ServerProcess Process { get; }

    public static async Task<ChatHost> StartAsync(BenchFolder folder, int port, CancellationToken cancellationToken)
    {
        var telegram = await TelegramDouble.StartAsync(TimeProvider.System, cancellationToken);
        var teams = await TeamsDouble.StartAsync(TimeProvider.System, cancellationToken);
        var person = teams.Person("Operator");
        telegram.User(Operator, "Operator");
        var process = await ServerProcess.StartHostAsync(
            folder,
            cancellationToken,
            ("Channels__Web__Port", $"{port}"),
            ("Operator__TelegramUserId", $"{Operator}"),
            ("Operator__TeamsObjectId", person.ObjectId),
            ("Channels__Telegram__BotToken", TelegramDouble.Token),
            ("Channels__Telegram__BaseUrl", telegram.Address.ToString().TrimEnd('/')),
            ("Channels__Telegram__Mode", "Webhook"),
            ("Channels__Telegram__WebhookUrl", $"http://127.0.0.1:{port}/telegram/webhook"),
            ("Channels__Telegram__SecretToken", Secret),
            ("Channels__Teams__AppId", TeamsDouble.AppId),
            ("Channels__Teams__TenantId", TeamsDouble.Tenant),
            ("Channels__Teams__ClientSecret", TeamsDouble.Secret),
            ("Channels__Teams__MetadataUrl", teams.Metadata.ToString()),
            ("Channels__Teams__TokenUrl", teams.TokenUrl.ToString()),
            ("Channels__Teams__AllowedServiceUrls__0", teams.ServiceUrl));
        return new ChatHost(telegram, teams, person, process);
    }

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        await Telegram.DisposeAsync();
        await Teams.DisposeAsync();
    }
}
