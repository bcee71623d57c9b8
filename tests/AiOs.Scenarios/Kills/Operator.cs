using System.Net;
using System.Text.Json;
using AiOs.Testing.Hosting;

namespace AiOs.Scenarios.Kills;

/// <summary>Does what channels and the operator do, again after each restart: hands over what was not acknowledged, approves what is open.</summary>
public sealed class Operator(HostFolder folder, IReadOnlyList<Delivery> deliveries)
{
    /// <summary>Goes on until every mail's work item rests. False where the host died meanwhile.</summary>
    public async Task<bool> WorkAsync(HostProcess host)
    {
        try
        {
            await Task.WhenAll(deliveries.Where(delivery => !delivery.Acknowledged).Select(delivery => HandOverAsync(host, delivery)));
            var items = await host.Web.WaitForItemsAsync(items => items.Count >= deliveries.Count && items.All(item => StateOf(item) is not ("working" or "performing")));
            foreach (var item in items.Where(item => StateOf(item) == "awaiting-approval"))
            {
                await host.Web.DecideAsync(item, "approve");
            }

            // A file that is taken is moved a little after its card is there.
            await host.Web.WaitForItemsAsync(_ => !deliveries.Any(IsInInbox));
            return !host.HasExited;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or TaskCanceledException)
        {
            await host.EndAsync();
            return false;
        }
    }

    private static string StateOf(JsonElement item) => item.GetProperty("state").GetString()!;

    private bool IsInInbox(Delivery delivery) => delivery.Dropped && File.Exists(Path.Combine(folder.Inbox, delivery.Mark + ".eml"));

    private async Task HandOverAsync(HostProcess host, Delivery delivery)
    {
        if (delivery.Dropped)
        {
            Directory.CreateDirectory(folder.Inbox);
            await File.WriteAllTextAsync(Path.Combine(folder.Inbox, delivery.Mark + ".eml"), delivery.Mail);
        }
        else
        {
            (await host.Web.MailAsync(delivery.Mail)).MustBe(HttpStatusCode.OK);
        }

        delivery.Acknowledged = true;
    }
}
