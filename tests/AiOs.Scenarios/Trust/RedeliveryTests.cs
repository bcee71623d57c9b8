using System.Globalization;
using System.Net;
using AiOs.Scenarios.Hosting;
using AiOs.Testing;
using AiOs.Testing.Hosting;

namespace AiOs.Scenarios.Trust;

/// <summary>
/// R8: channels redeliver. Each mail comes one to five times, by the drop folder, the page and the verb, shuffled, across restarts and kills,
/// before and after it was decided: one work item and one outcome each.
/// </summary>
public sealed class RedeliveryTests
{
    private const int Seed = 8;
    private const int Starts = 3;

    [Fact]
    public async Task Redelivered_ByEveryWayAcrossRestarts_MakesOneWorkItemAndOneOutcomeEach()
    {
        using var folder = new HostFolder();
        var random = new Random(Seed);
        var mails = Enumerable.Range(0, Counts.Of(12, 60)).Select(_ => Mails.Mark()).ToDictionary(mark => mark, mark => Mails.Unpriced(mark));
        // The control: the same words under a new id each time are not the same mail, and the look has to say so.
        var renamed = Mails.Mark();
        var deliveries = Shuffled(mails, random);
        var ways = new int[3];
        foreach (var (start, share) in deliveries.Chunk((deliveries.Count + Starts - 1) / Starts).Index())
        {
            await using var host = await folder.ServeAsync();
            (await host.Web.MailAsync(Mails.Unpriced(renamed, id: renamed + start))).MustBe(HttpStatusCode.OK);
            await Task.WhenAll(share.Chunk((share.Length + 3) / 4).Select(async part =>
            {
                foreach (var (mark, number) in part)
                {
                    ways[number % ways.Length]++;
                    await DeliverAsync(folder, host, mark, mails[mark], number);
                }
            }));
            await ApproveAsync(folder, host, random, all: start == Starts - 1);
            await EndAsync(host, kill: start == 0);
        }

        await using var last = await folder.ServeAsync();
        var wrong = await LookAsync(folder, last, [.. mails.Keys, renamed]);
        Tally.Say($"redelivery: {mails.Count} mails, {deliveries.Count} deliveries ({string.Join(", ", ways)} by folder, page, verb), {Starts} restarts; control caught: {string.Join("; ", wrong)}");
        Assert.Equal([$"{renamed} has {Starts} work items", $"{renamed} was sent {Starts} times"], wrong);
        Assert.True(deliveries.Count >= 2 * mails.Count, $"only {deliveries.Count} deliveries");
        Assert.All(ways, way => Assert.True(way >= mails.Count / 2, $"only {way} deliveries by one way"));
        Assert.True((await last.Web.VerifyAsync()).GetProperty("ok").GetBoolean());
    }

    private static List<(string Mark, int Number)> Shuffled(Dictionary<string, string> mails, Random random)
    {
        var all = mails.Keys.SelectMany((mark, index) => Enumerable.Range(index, 1 + (index % 5)).Select(number => (mark, number))).ToArray();
        random.Shuffle(all);
        return [.. all];
    }

    private static async Task DeliverAsync(HostFolder folder, HostProcess host, string mark, string mail, int number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{mark}-{number}.eml");
        switch (number % 3)
        {
            case 0:
                await File.WriteAllTextAsync(Path.Combine(folder.Inbox, name), mail, TestContext.Current.CancellationToken);
                break;
            case 1:
                (await host.Web.MailAsync(mail)).MustBe(HttpStatusCode.OK);
                break;
            default:
                folder.Write(name, mail);
                (await folder.VerbAsync("intake", name)).MustEndIn(0);
                break;
        }
    }

    /// <summary>Decides some of what is open in the middle, so that mails also come again after they were answered, and all of it in the end.</summary>
    private static async Task ApproveAsync(HostFolder folder, HostProcess host, Random random, bool all)
    {
        if (all)
        {
            await host.Web.WaitForItemsAsync(_ => Directory.GetFiles(folder.Inbox).Length == 0);
        }

        foreach (var item in (await host.Web.ItemsAsync()).Where(item => item.GetProperty("state").GetString() == "awaiting-approval" && (all || random.Next(2) == 0)))
        {
            (await host.Web.DecideAsync(item, "approve")).MustBe(HttpStatusCode.OK);
        }
    }

    private static async Task EndAsync(HostProcess host, bool kill)
    {
        if (kill)
        {
            await host.KillAsync();
        }
        else
        {
            Assert.Equal(0, await host.StopAsync());
        }
    }

    private static async Task<IReadOnlyList<string>> LookAsync(HostFolder folder, HostProcess host, IReadOnlyList<string> marks)
    {
        var wrong = new List<string>();
        var items = (await host.Web.ItemsAsync()).Select(item => (Text: item.GetRawText(), State: item.GetProperty("state").GetString())).ToList();
        var sent = folder.Mails();
        foreach (var mark in marks)
        {
            var found = items.Where(item => item.Text.Contains(mark, StringComparison.Ordinal)).ToList();
            var mails = sent.Count(mail => mail.Contains(mark, StringComparison.Ordinal));
            Must(found.Count == 1, $"{mark} has {found.Count} work items");
            Must(mails == 1, $"{mark} was sent {mails} times");
            Must(found.TrueForAll(item => item.State == "done"), $"{mark} is not done");
        }

        return wrong;

        void Must(bool holds, string fault)
        {
            if (!holds)
            {
                wrong.Add(fault);
            }
        }
    }
}
