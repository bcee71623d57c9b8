using System.Net;
using AiOs.Testing.Hosting;

namespace AiOs.Scenarios.Verbs;

/// <summary>The drop folder of a running host, from the file to the sent mail.</summary>
public sealed class DropFolderTests
{
    [Fact]
    public async Task DropFolder_AMail_BecomesACardAndIsMovedToDone()
    {
        using var folder = new HostFolder();
        await using var host = await folder.ServeAsync();
        var mail = Mails.Inquiry(Mails.Mark());
        await File.WriteAllTextAsync(Path.Combine(folder.Inbox, "hanna.eml"), mail, TestContext.Current.CancellationToken);

        var item = Assert.Single(await host.Web.WaitForItemsAsync(items => items.Count == 1 && File.Exists(Path.Combine(folder.Inbox, "done", "hanna.eml"))));

        Assert.Equal(mail, await File.ReadAllTextAsync(Path.Combine(folder.Inbox, "done", "hanna.eml"), TestContext.Current.CancellationToken));
        var done = (await host.Web.DecideAsync(item, "approve")).MustBe(HttpStatusCode.OK).Json;
        Assert.Equal("done", done.GetProperty("state").GetString());
        Assert.Contains("data/outbox", done.GetProperty("effects")[0].GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains("To: Hanna Lindqvist <hanna@lindqvist.example>", Assert.Single(folder.Mails()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DropFolder_MailsFromBeforeTheStart_AreTaken()
    {
        using var folder = new HostFolder();
        Directory.CreateDirectory(folder.Inbox);
        for (var number = 0; number < 3; number++)
        {
            await File.WriteAllTextAsync(Path.Combine(folder.Inbox, $"{number}.eml"), Mails.Inquiry(Mails.Mark()), TestContext.Current.CancellationToken);
        }

        await using var host = await folder.ServeAsync();
        await host.Web.WaitForItemsAsync(items => items.Count == 3);
    }
}
