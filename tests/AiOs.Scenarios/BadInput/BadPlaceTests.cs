using System.Net;
using AiOs.Scenarios.Hosting;
using AiOs.Testing.Hosting;

namespace AiOs.Scenarios.BadInput;

/// <summary>Folders, keys and databases that cannot be used.</summary>
public sealed class BadPlaceTests
{
    [Fact]
    public async Task Serve_InboxThatIsAFile_WarnsOnceAndGoesOnWhenItIsMended()
    {
        using var folder = new HostFolder();
        Directory.CreateDirectory(folder.Data);
        await File.WriteAllTextAsync(folder.Inbox, "in the way", TestContext.Current.CancellationToken);
        await using var host = await folder.ServeAsync();
        (await host.Web.MailAsync(Mails.Inquiry(Mails.Mark()))).MustBe(HttpStatusCode.OK);
        await WaitAsync(() => host.Errors.Any(line => line.StartsWith("WARN", StringComparison.Ordinal)));
        Sentence.MustBeOne(Assert.Single(host.Errors, line => line.StartsWith("WARN", StringComparison.Ordinal)), folder.Inbox);

        File.Delete(folder.Inbox);
        Directory.CreateDirectory(folder.Inbox);
        await File.WriteAllTextAsync(Path.Combine(folder.Inbox, "late.eml"), Mails.Inquiry(Mails.Mark()), TestContext.Current.CancellationToken);
        await host.Web.WaitForItemsAsync(items => items.Count == 2);
    }

    [Fact]
    public async Task Serve_SecondHostOnTheSameData_IsRefusedAndTheFirstGoesOn()
    {
        using var folder = new HostFolder();
        await using var first = await folder.ServeAsync();
        folder.Environment["AIOS_Channels__Web__Port"] = "0";

        var second = (await folder.VerbAsync("serve")).MustEndIn(1);

        Sentence.MustBeOne(second.Errors, "Another host", first.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Empty(second.Output);
        (await first.Web.MailAsync(Mails.Inquiry(Mails.Mark()))).MustBe(HttpStatusCode.OK);
        (await folder.VerbAsync("doctor", "--live")).MustEndIn(0);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("journal verify")]
    public async Task Start_OnADamagedDatabase_SaysSoAndChangesNothing(string verb)
    {
        using var folder = await UsedAsync();
        var database = Path.Combine(folder.Data, "aios.db");
        var bytes = await File.ReadAllBytesAsync(database, TestContext.Current.CancellationToken);
        Array.Fill(bytes, (byte)0x55, 0, 4096);
        await File.WriteAllBytesAsync(database, bytes, TestContext.Current.CancellationToken);

        Sentence.MustBeOne((await folder.VerbAsync(verb.Split(' '))).MustEndIn(1).Errors, "aios.db", "damaged");

        Assert.Equal(bytes, await File.ReadAllBytesAsync(database, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("intake mail.eml")]
    public async Task Start_WithoutTheKeyFile_SaysSoAndMakesNoOther(string verb)
    {
        using var folder = await UsedAsync();
        var key = Path.Combine(folder.Data, "workspace.key");
        File.Move(key, key + ".away");

        Sentence.MustBeOne((await folder.VerbAsync(verb.Split(' '))).MustEndIn(1).Errors, "workspace.key", "backup");

        Assert.False(File.Exists(key));
        File.Move(key + ".away", key);
        (await folder.VerbAsync("journal", "verify")).MustEndIn(0);
    }

    [Fact]
    public async Task Start_WithADamagedKeyFile_SaysSo()
    {
        using var folder = await UsedAsync();
        await File.WriteAllTextAsync(Path.Combine(folder.Data, "workspace.key"), "{\"format\":1,", TestContext.Current.CancellationToken);
        Sentence.MustBeOne((await folder.VerbAsync("serve")).MustEndIn(1).Errors, "workspace.key", "damaged");
    }

    [Fact]
    public async Task Start_OnAnOlderDatabase_IsFrozenAndSaysSoEverywhere()
    {
        using var folder = await UsedAsync();
        var database = Path.Combine(folder.Data, "aios.db");
        File.Copy(database, database + ".old");
        folder.Write("second.eml", Mails.Inquiry(Mails.Mark()));
        var id = (await folder.VerbAsync("intake", "second.eml", "--json")).MustEndIn(0).Json.GetProperty("workItem").GetString()!;
        File.Move(database + ".old", database, overwrite: true);
        var open = (await folder.VerbAsync("doctor")).MustEndIn(1);
        Assert.Contains("FAULT journal", open.Output, StringComparison.Ordinal);

        await using var host = await folder.ServeAsync();

        var told = Assert.Single(host.Errors, line => line.StartsWith("FROZEN: ", StringComparison.Ordinal));
        Sentence.MustBeOne(told, $"position {HostFolder.CommitsAtStart + 1}", $"{HostFolder.CommitsAtStart + 2}");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await host.Web.GetAsync("/health/ready")).Status);
        Assert.Contains("Frozen", (await host.Web.GetAsync("/")).Text, StringComparison.Ordinal);
        var card = Assert.Single(await host.Web.ItemsAsync());
        await host.Web.DecideAsync(card, "approve");
        Assert.NotEqual("done", (await host.Web.ItemAsync(card.GetProperty("workItem").GetString()!)).GetProperty("state").GetString());
        Assert.Empty(folder.Mails());
        Assert.NotEqual(id, card.GetProperty("workItem").GetString());
        await host.StopAsync();
        Assert.Contains($"\"position\":{HostFolder.CommitsAtStart + 2},", await File.ReadAllTextAsync(folder.HeadFile, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static async Task<HostFolder> UsedAsync()
    {
        var folder = new HostFolder();
        folder.Write("mail.eml", Mails.Inquiry(Mails.Mark()));
        (await folder.VerbAsync("intake", "mail.eml")).MustEndIn(0);
        return folder;
    }

    private static async Task WaitAsync(Func<bool> there)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!there())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < HostFolder.Patience, "what was waited for did not come");
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }
    }
}
