using System.Text.Json;
using AiOs.Testing.Hosting;

namespace AiOs.Scenarios.Chat;

/// <summary>A running host with the operator's phones.</summary>
public sealed class ChatHost : IAsyncDisposable
{
    private static int _exports;

    private ChatHost(ChatClouds clouds, HostProcess process)
    {
        (Clouds, Process) = (clouds, process);
        Teams = new TeamsPhone(clouds.Teams, new Uri(process.Address, "/api/messages"));
        Telegram = new TelegramPhone(clouds.Telegram);
    }

    public ChatClouds Clouds { get; }

    public HostProcess Process { get; }

    public WebClient Web => Process.Web;

    public TelegramPhone Telegram { get; }

    public TeamsPhone Teams { get; }

    public static async Task<ChatHost> StartAsync(ChatClouds clouds) => new(clouds, await clouds.Folder.ServeAsync());

    /// <summary>A host whose operator is paired in both services.</summary>
    public static async Task<ChatHost> StartPairedAsync(ChatClouds clouds)
    {
        var host = await StartAsync(clouds);
        await host.Telegram.PairAsync(host.CodeOf("telegram"));
        await host.Teams.PairAsync(host.CodeOf("teams"));
        return host;
    }

    /// <summary>The code that stands before the ready line.</summary>
    public string CodeOf(string channel)
    {
        var lines = Process.Output.TakeWhile(line => !line.StartsWith("ready ", StringComparison.Ordinal)).ToList();
        return lines.Single(line => line.StartsWith($"pair {channel} ", StringComparison.Ordinal)).Split(' ')[2];
    }

    /// <summary>Hands a mail over and waits for its gate.</summary>
    public async Task<JsonElement> MailAsync(string mail)
    {
        (await Web.MailAsync(mail)).MustBe(System.Net.HttpStatusCode.OK);
        return (await Web.ItemsAsync())[0];
    }

    /// <summary>Waits until a work item stands as wanted.</summary>
    public async Task<JsonElement> UntilAsync(string id, string state)
    {
        var items = await Web.WaitForItemsAsync(all => all.Any(item => item.GetProperty("workItem").GetString() == id && item.GetProperty("state").GetString() == state));
        return items.First(item => item.GetProperty("workItem").GetString() == id);
    }

    /// <summary>How many events of a kind the journal has, as an export shows them.</summary>
    public async Task<int> LinesOfAsync(string type)
    {
        var folder = $"export-{Interlocked.Increment(ref _exports)}";
        (await Clouds.Folder.VerbAsync("export", "--out", folder)).MustEndIn(0);
        var text = await File.ReadAllTextAsync(Path.Combine(Clouds.Folder.Work, folder, "journal.jsonl"), TestContext.Current.CancellationToken);
        return text.Split($"\"type\":\"{type}\"").Length - 1;
    }

    public async ValueTask DisposeAsync() => await Process.DisposeAsync();
}
