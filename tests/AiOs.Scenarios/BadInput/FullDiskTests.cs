using System.Net;
using AiOs.Scenarios.Hosting;
using AiOs.Testing.Hosting;

namespace AiOs.Scenarios.BadInput;

/// <summary>A disk that fills while the host works: what was acknowledged is there, what was not is said, and it goes on when there is room.</summary>
public sealed class FullDiskTests
{
    private const int Megabytes = 3;

    [Fact]
    public async Task Serve_OnAFullDisk_AcknowledgesNothingItCannotKeepAndGoesOnLater()
    {
        using var folder = new HostFolder();
        Directory.CreateDirectory(folder.Data);
        Assert.SkipUnless(await RunAsync(folder, "mount", "-t", "tmpfs", "-o", $"size={Megabytes}m,mode=700", "tmpfs", folder.Data), "No small disk can be mounted here (it takes root); the store's own tests fill it by max_page_count.");
        try
        {
            await FillAsync(folder);
        }
        finally
        {
            Assert.True(await RunAsync(folder, "umount", "-l", folder.Data));
        }
    }

    private static async Task FillAsync(HostFolder folder)
    {
        await using var host = await folder.ServeAsync();
        var ballast = Path.Combine(folder.Data, "ballast");
        var taken = new List<string>();
        var random = new Random(3);
        WebReply? refused = null;
        await File.WriteAllBytesAsync(ballast, new byte[1_000_000], TestContext.Current.CancellationToken);
        for (var number = 0; number < 400 && refused is null; number++)
        {
            var file = new byte[30_000];
            random.NextBytes(file);
            var reply = await host.Web.MailAsync(Mails.WithFile(Mails.Mark(), "plan.pdf", file));
            if (reply.Status == HttpStatusCode.OK)
            {
                taken.Add(reply.Json.GetProperty("workItem").GetString()!);
            }
            else
            {
                refused = reply.MustBe(HttpStatusCode.ServiceUnavailable);
            }
        }

        Assert.NotNull(refused);
        Sentence.MustBeOne(refused.Json.GetProperty("error").GetString()!, "nothing was changed");
        Assert.Equal(taken.Order(StringComparer.Ordinal), (await host.Web.ItemsAsync()).Select(item => item.GetProperty("workItem").GetString()!).Order(StringComparer.Ordinal));

        File.Delete(ballast);
        var later = (await host.Web.MailAsync(Mails.Inquiry(Mails.Mark()))).MustBe(HttpStatusCode.OK).Json;
        (await host.Web.DecideAsync(later, "approve")).MustBe(HttpStatusCode.OK);
        Assert.True((await host.Web.VerifyAsync()).GetProperty("ok").GetBoolean());
        Assert.Equal(taken.Count + 1, (await host.Web.ItemsAsync()).Count);
        Tally.Say($"{taken.Count} mails before the disk was full");
        Assert.Equal(0, await host.StopAsync());
        (await folder.VerbAsync("journal", "verify")).MustEndIn(0);
    }

    private static async Task<bool> RunAsync(HostFolder folder, string program, params string[] arguments)
    {
        try
        {
            await using var process = ChildProcess.Start(program, arguments, folder.Work, new Dictionary<string, string>());
            return await process.ExitAsync(HostFolder.Patience) == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
