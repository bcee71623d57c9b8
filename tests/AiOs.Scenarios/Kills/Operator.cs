using System.Net;
using AiOs.Scenarios.Hosting;

namespace AiOs.Scenarios.Kills;

/// <summary>Does what channels and the operator do, again after each restart: hands over what was not acknowledged, approves what is open.</summary>
public sealed class Operator(IReadOnlyList<Delivery> deliveries)
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

            return !host.HasExited;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or TaskCanceledException)
        {
            await host.EndAsync();
            return false;
        }
    }

    private static string StateOf(System.Text.Json.JsonElement item) => item.GetProperty("state").GetString()!;

    private static async Task HandOverAsync(HostProcess host, Delivery delivery)
    {
        (await host.Web.MailAsync(delivery.Mail)).MustBe(HttpStatusCode.OK);
        delivery.Acknowledged = true;
    }
}
