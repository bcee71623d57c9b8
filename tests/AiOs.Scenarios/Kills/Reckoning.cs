using System.Text.Json;
using AiOs.Testing.Hosting;

namespace AiOs.Scenarios.Kills;

/// <summary>Holds what there is in the end against what was handed over: nothing lost, nothing twice, nothing silent.</summary>
public static class Reckoning
{
    /// <param name="host">A host, after all is done.</param>
    /// <param name="deliveries">What was handed over.</param>
    /// <param name="mails">What went out.</param>
    /// <param name="keyed">Whether a repeat is harmless, so that every outcome must be known.</param>
    public static async Task<Account> OfAsync(HostProcess host, IReadOnlyList<Delivery> deliveries, IReadOnlyList<string> mails, bool keyed)
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
            var sent = mails.Count(mail => mail.Contains(delivery.Mark, StringComparison.Ordinal));
            wrong.AddRange(found is [var only] ? Of(only, delivery, sent, keyed) : [$"{delivery.Mark} has {found.Count} work items"]);
        }

        var chain = await host.Web.VerifyAsync();
        if (!chain.GetProperty("ok").GetBoolean())
        {
            wrong.Add(chain.GetProperty("sentence").GetString()!);
        }

        return new Account(wrong, items.Count(item => StateOf(item) is "done"), items.Count(item => StateOf(item) is "outcome-unknown"), mails.Count);
    }

    private static IEnumerable<string> Of(JsonElement item, Delivery delivery, int mails, bool keyed)
    {
        var state = StateOf(item);
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

    private static string? StateOf(JsonElement item) => item.GetProperty("state").GetString();
}
