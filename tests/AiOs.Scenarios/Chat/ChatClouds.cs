using AiOs.Testing.Hosting;
using AiOs.Testing.Teams;
using AiOs.Testing.Telegram;

namespace AiOs.Scenarios.Chat;

/// <summary>Telegram's and Microsoft's clouds on loopback, and a folder whose host is set up for them.</summary>
public sealed class ChatClouds : IAsyncDisposable
{
    private ChatClouds(TelegramDouble telegram, TeamsDouble teams, HostFolder folder) => (Telegram, Teams, Folder) = (telegram, teams, folder);

    public TelegramDouble Telegram { get; }

    public TeamsDouble Teams { get; }

    public HostFolder Folder { get; }

    /// <summary>Starts both clouds.</summary>
    /// <param name="webhook">Whether Telegram pushes instead of being polled.</param>
    public static async Task<ChatClouds> StartAsync(bool webhook = false)
    {
        var token = TestContext.Current.CancellationToken;
        var telegram = await TelegramDouble.StartAsync(TimeProvider.System, token);
        var teams = await TeamsDouble.StartAsync(TimeProvider.System, token);
        var folder = new HostFolder(new Dictionary<string, string>
        {
            ["AIOS_Workspace__Name"] = "You",
            ["AIOS_Workspace__LowPriorityBatch"] = "00:00:00",
            ["AIOS_Operator__EmailAddresses__0"] = "you@studio.example",
            ["AIOS_Channels__Telegram__BotToken"] = TelegramDouble.Token,
            ["AIOS_Channels__Telegram__BaseUrl"] = telegram.Address.ToString().TrimEnd('/'),
            ["AIOS_Channels__Teams__AppId"] = TeamsDouble.AppId,
            ["AIOS_Channels__Teams__TenantId"] = TeamsDouble.Tenant,
            ["AIOS_Channels__Teams__ClientSecret"] = TeamsDouble.Secret,
            ["AIOS_Channels__Teams__MetadataUrl"] = teams.Metadata.ToString(),
            ["AIOS_Channels__Teams__TokenUrl"] = teams.TokenUrl.ToString(),
            ["AIOS_Channels__Teams__AllowedServiceUrls__0"] = teams.ServiceUrl,
        });
        if (webhook)
        {
            folder.Environment["AIOS_Channels__Telegram__Mode"] = "Webhook";
            folder.Environment["AIOS_Channels__Telegram__WebhookUrl"] = $"http://127.0.0.1:{folder.Environment["AIOS_Channels__Web__Port"]}/telegram/webhook";
            folder.Environment["AIOS_Channels__Telegram__SecretToken"] = "a-secret_of-the-webhook";
        }

        return new ChatClouds(telegram, teams, folder);
    }

    public async ValueTask DisposeAsync()
    {
        await Telegram.DisposeAsync();
        await Teams.DisposeAsync();
        Folder.Dispose();
    }
}
