using AiOs.Bot.Composition;
using AiOs.Channels.Teams;
using AiOs.Channels.Telegram;
using AiOs.Contracts.Chat;

namespace AiOs.Bot.Chat;

/// <summary>The chat services of a host.</summary>
internal static class ChatHosting
{
    /// <summary>What a verb needs too: <c>doctor</c> asks every configured service.</summary>
    public static void AddChat(this IServiceCollection services, HostSettings settings)
    {
        services.AddTelegram(settings.Configuration.GetSection(TelegramOptions.Section));
        services.AddTeams();
    }

    public static void MapChat(this WebApplication app)
    {
        app.MapTelegram();
        app.MapTeams();
    }

    /// <summary>A new code for each configured service: whoever sees this terminal may pair one sender.</summary>
    public static async Task TellCodesAsync(this WebApplication app, TextWriter output, CancellationToken stop)
    {
        var pairing = app.Services.GetRequiredService<IPairing>();
        foreach (var channel in app.Services.GetServices<IChatChannel>().Where(static channel => channel.IsOn))
        {
            await output.WriteLineAsync($"pair {channel.Name} {await pairing.NewCodeAsync(channel.Name, stop)}");
        }
    }
}
