using System.Text.Json;
using AiOs.Scenarios.Hosting;

namespace AiOs.Scenarios.Kills;

/// <summary>Holds what there is in the end against what was handed over: nothing lost, nothing twice, nothing silent.</summary>
public static class Reckoning
{
    /// <summary>Everything that is wrong; empty where nothing is.</summary>
    /// <param name="host">A plain host, after all is done.</param>
    /// <param name="deliveries">What was handed over.</param>
    /// <param name="mails">What went out, by mark.</param>
    /// <param name="keyed">Whether a repeat is harmless, so that every outcome must be known.</param>
    public static async Task<IReadOnlyList<string>> OfAsync(HostProcess host, IReadOnlyList<Delivery> deliveries, Func<string, int> mails, bool keyed)
    {
        var wrong = new List<string>();
        var items = await host.Web.ItemsAsync();
        if (items.Count != deliveries.Count)
        {
            wrong.Add($"{deliveries.Count} mails came in and there are {items.Count} work items");
        }

        foreach (var delivery in deliveries)
        {
            var found = items.Where(item => item.GetRawText().Contains(delivery.Mark, StringComparison.Ordinal)).ToList();
            wrong.AddRange(found is [var only] ? Of(only, delivery, mails(delivery.Mark), keyed) : [$"{delivery.Mark} has {found.Count} work items"]);
        }

        var chain = await host.Web.VerifyAsync();
        if (!chain.GetProperty("ok").GetBoolean())
        {
            wrong.Add(chain.GetProperty("sentence").GetString()!);
        }

        return wrong;
    }

    private static IEnumerable<string> Of(JsonElement item, Delivery delivery, int mails, bool keyed)
    {
        var state = item.GetProperty("state").GetString();
        if (mails > 1)
        {
            yield return $"{delivery.Mark} was sent {mails} times";
        }

        if (state is not "done" && (keyed || state is not "outcome-unknown"))
        {
            yield return $"{delivery.Mark} ended as {state}";
        }

        if (state is "done" && mails == 0)
        {
            yield return $"{delivery.Mark} is said to be done and was not sent";
        }
    }
}
