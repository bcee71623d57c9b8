using AiOs.Scenarios.Hosting;
using AiOs.Testing.Hosting;

namespace AiOs.Scenarios.Verbs;

/// <summary><c>journal verify</c>, <c>export</c> and <c>rebuild</c>.</summary>
public sealed class JournalVerbTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Export_ThenVerifyFrom_IsWholeAndAppendsNothing(bool hosted)
    {
        using var folder = new HostFolder();
        await using var host = hosted ? await folder.ServeAsync() : null;
        folder.Write("mail.eml", Mails.Inquiry(Mails.Mark()));
        var id = (await folder.VerbAsync("intake", "mail.eml", "--json")).MustEndIn(0).Json.GetProperty("workItem").GetString()!;
        var before = (await folder.VerbAsync("journal", "verify", "--json")).MustEndIn(0).Json;

        var exported = (await folder.VerbAsync("export", "--out", "out", "--json")).MustEndIn(0).Json;
        (await folder.VerbAsync("show", id)).MustEndIn(0);
        (await folder.VerbAsync("doctor")).MustEndIn(0);
        (await folder.VerbAsync("export", "--out", "plain", "--plain")).MustEndIn(0);

        Assert.Equal(before.GetProperty("commits").GetInt64(), exported.GetProperty("position").GetInt64());
        Assert.Equal(before.GetProperty("commits").GetInt64(), (await folder.VerbAsync("journal", "verify", "--json")).Json.GetProperty("commits").GetInt64());
        foreach (var export in new[] { "out", "plain" })
        {
            var checkedFrom = (await folder.VerbAsync("journal", "verify", "--from", export, "--json")).MustEndIn(0).Json;
            Assert.True(checkedFrom.GetProperty("ok").GetBoolean());
            Assert.Equal(before.GetProperty("commits").GetInt64(), checkedFrom.GetProperty("commits").GetInt64());
        }

        Sentence.MustBeOne((await folder.VerbAsync("export", "--out", "out")).MustEndIn(1).Errors, "not empty");
        Sentence.MustBeOne((await folder.VerbAsync("journal", "verify", "--from", "nowhere")).MustEndIn(1).Errors, "no export");
    }

    [Fact]
    public async Task Rebuild_WhileTheHostRuns_IsRefusedAndThenFindsTheSame()
    {
        using var folder = new HostFolder();
        await using var host = await folder.ServeAsync();
        var card = (await host.Web.MailAsync(Mails.Inquiry(Mails.Mark()))).Json;
        await host.Web.DecideAsync(card, "approve");
        await host.Web.MailAsync(Mails.Inquiry(Mails.Mark()));
        Sentence.MustBeOne((await folder.VerbAsync("rebuild")).MustEndIn(1).Errors, "stop it");
        await host.StopAsync();

        var rebuilt = (await folder.VerbAsync("rebuild", "--json")).MustEndIn(0).Json;

        Assert.True(rebuilt.GetProperty("same").GetBoolean());
        Assert.Equal(HostFolder.CommitsAtStart + 4, rebuilt.GetProperty("commits").GetInt64());
    }
}
