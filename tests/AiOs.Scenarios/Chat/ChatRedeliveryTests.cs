using AiOs.Scenarios.Hosting;
using AiOs.Testing;
using AiOs.Testing.Hosting;

namespace AiOs.Scenarios.Chat;

/// <summary>R8 in both chats: each delivery comes one to five times, shuffled, under new ids where the service does so, and across restarts and kills.</summary>
public sealed class ChatRedeliveryTests
{
    private const int Seed = 58;
    private const int Starts = 3;

    [Fact]
    public async Task Telegram_UpdatesAgainAndAgain_MakeOneWorkItemAndOneOutcomeEach()
    {
        await using var clouds = await ChatClouds.StartAsync();
        var random = new Random(Seed);
        var marks = new List<string>();
        var deliveries = 0;
        for (var start = 0; start < Starts; start++)
        {
            await using var host = await ChatHost.StartAsync(clouds);
            if (start == 0)
            {
                await host.Telegram.PairAsync(host.CodeOf("telegram"));
            }

            var updates = new List<int>();
            for (var number = 0; number < Counts.Of(4, 20); number++)
            {
                marks.Add(Mails.Mark());
                updates.Add(host.Telegram.Me.Sends($"Please write to hanna@lindqvist.example that the kiln for {marks[^1]} comes on Friday.").Update);
            }

            var again = updates.SelectMany((update, index) => Enumerable.Repeat(update, index % 5)).ToArray();
            random.Shuffle(again);
            foreach (var update in again)
            {
                clouds.Telegram.Repeat(update);
            }

            deliveries += updates.Count + again.Length;
            await host.Web.WaitForItemsAsync(all => all.Count >= marks.Count);
            if (start == 1)
            {
                await host.Process.KillAsync();
                continue;
            }

            await Wait.ForAsync(() => clouds.Telegram.WaitingUpdates == 0 ? "all taken" : null, () => $"{clouds.Telegram.WaitingUpdates} updates wait");
        }

        await LookAsync(clouds, marks, deliveries);
    }

    [Fact]
    public async Task Teams_TheSameUnderNewIds_MakesOneWorkItemAndOneOutcomeEach()
    {
        await using var clouds = await ChatClouds.StartAsync();
        var random = new Random(Seed);
        var marks = new List<string>();
        var deliveries = 0;
        System.Text.Json.Nodes.JsonObject? late = null;
        Testing.Teams.TeamsPerson? me = null;
        for (var start = 0; start < Starts; start++)
        {
            await using var host = await ChatHost.StartAsync(clouds);
            if (me is null)
            {
                await host.Teams.PairAsync(host.CodeOf("teams"));
                me = host.Teams.Me;
            }

            var all = new List<System.Text.Json.Nodes.JsonObject>();
            for (var number = 0; number < Counts.Of(4, 20); number++)
            {
                marks.Add(Mails.Mark());
                var activity = clouds.Teams.Activities.Message(me, clouds.Teams.Personal(me), $"Please write to hanna@lindqvist.example that the kiln for {marks[^1]} comes on Friday.");
                all.AddRange(Enumerable.Range(0, 1 + (number % 5)).Select(time => time == 0 ? activity : clouds.Teams.Activities.Again(activity)));
                late ??= activity;
            }

            all.Add(clouds.Teams.Activities.Again(late!));
            var shuffled = all.ToArray();
            random.Shuffle(shuffled);
            deliveries += shuffled.Length;
            foreach (var part in shuffled.Chunk(4))
            {
                Assert.All(await Task.WhenAll(part.Select(host.Teams.PostAsync)), static reply => Assert.InRange(reply.Status, 200, 202));
            }

            await host.Web.WaitForItemsAsync(items => items.Count >= marks.Count);
            if (start == 1)
            {
                await host.Process.KillAsync();
            }
        }

        await LookAsync(clouds, marks, deliveries);
    }

    private static async Task LookAsync(ChatClouds clouds, List<string> marks, int deliveries)
    {
        await using var host = await ChatHost.StartAsync(clouds);
        var items = (await host.Web.ItemsAsync()).Select(static item => item.GetRawText()).ToList();
        Assert.All(marks, mark => Assert.Equal(1, items.Count(item => item.Contains(mark, StringComparison.Ordinal))));
        Assert.Equal(marks.Count, items.Count);
        Assert.True(deliveries >= 2 * marks.Count, $"only {deliveries} deliveries");
        Assert.True((await host.Web.VerifyAsync()).GetProperty("ok").GetBoolean());
        Tally.Say($"chat redelivery: {marks.Count} messages, {deliveries} deliveries, {Starts} restarts with a kill: one work item each");
    }
}
