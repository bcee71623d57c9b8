using AiOs.Scenarios.Hosting;

namespace AiOs.Scenarios.Kills;

/// <summary>The same with mails that are dropped into the folder: the file is the redelivery.</summary>
public sealed class DropFolderKillTests
{
    private const int MostBoundaries = 40;

    [Fact]
    public async Task Kill_AtEachBoundaryFromTheFolder_LosesAndDoublesNothing()
    {
        var kills = 0;
        for (var number = 1; number <= MostBoundaries; number++)
        {
            using var run = new KillRun(sink: null);
            Drop(run);
            var killed = await run.KillAtAsync(number);
            var wrong = await run.SettleAsync();
            Assert.True(wrong.Count == 0, $"killed at boundary {number}: {string.Join("; ", wrong)}");
            kills += run.Kills;
            if (!killed)
            {
                break;
            }
        }

        Counts.Say($"{kills} kills at boundaries, drop folder");
        Assert.InRange(kills, 9, MostBoundaries - 1);
    }

    [Fact]
    public async Task Kill_BeforeTheFileIsMoved_MakesNoSecondWorkItem()
    {
        using var run = new KillRun(sink: null);
        Drop(run);
        // The second commit is the message; it is durable, and the file still lies where it was.
        Assert.True(await run.KillAtAsync(4));
        Assert.Single(Directory.GetFiles(run.Folder.Inbox));

        Assert.Empty(await run.SettleAsync());
    }

    private static void Drop(KillRun run)
    {
        var delivery = Delivery.Small();
        Directory.CreateDirectory(run.Folder.Inbox);
        File.WriteAllText(Path.Combine(run.Folder.Inbox, "mail.eml"), delivery.Mail);
        delivery.Acknowledged = true;
        run.Deliveries.Add(delivery);
    }
}
