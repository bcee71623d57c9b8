using System.Globalization;
using AiOs.Testing;

namespace AiOs.Scenarios.Kills;

/// <summary>R1, with mails that are dropped into the folder: the file is the redelivery.</summary>
public sealed class DropFolderKillTests
{
    private const int MostBoundaries = 60;

    [Fact]
    public async Task Kill_AtEachBoundaryFromTheFolder_LosesAndDoublesNothing()
    {
        using var run = new KillRun(sink: null);
        // Each file is waited for until it rests: a plain run takes the boundary behind the message's commit alone.
        var number = Counts.Of(2, 1);
        while (await run.KillInWorkAsync(number.ToString(CultureInfo.InvariantCulture), Delivery.InFolder()) && Counts.Full)
        {
            Assert.True(++number <= MostBoundaries, "one mail has no end of boundaries");
        }

        var account = await run.SettleAsync();
        account.MustBeClean("after all kills");
        KillPlan.Say(run.Kills, $"at boundaries, drop folder: {account}");
        Assert.True(run.Kills >= KillPlan.Folder, $"only {run.Kills} kills");
        Assert.Equal(run.Mails, account.Sent);
        Assert.Equal(run.Mails, Directory.GetFiles(Path.Combine(run.Folder.Inbox, "done")).Length);
    }

    [Fact]
    public async Task Kill_BeforeTheFileIsMoved_MakesNoSecondWorkItem()
    {
        using var run = new KillRun(sink: null);
        // The message is durable, and the file still lies where it was.
        Assert.True(await run.KillInWorkAsync("after-commit", Delivery.InFolder()));
        Assert.Single(Directory.GetFiles(run.Folder.Inbox));

        (await run.SettleAsync()).MustBeClean("after the kill");
        Assert.Empty(Directory.GetFiles(run.Folder.Inbox));
    }
}
