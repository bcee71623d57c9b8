using System.Net;
using AiOs.Scenarios.Hosting;
using AiOs.Testing.Hosting;

namespace AiOs.Scenarios.Verbs;

/// <summary><c>approve</c> and <c>reject</c>, with and without a running host.</summary>
public sealed class DecisionVerbTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Approve_Twice_SendsOnce(bool hosted)
    {
        using var folder = new HostFolder();
        await using var host = hosted ? await folder.ServeAsync() : null;
        var id = await IntakeAsync(folder);

        var first = (await folder.VerbAsync("approve", id, "--json")).MustEndIn(0).Json;
        var second = (await folder.VerbAsync("approve", id, "--json")).MustEndIn(0).Json;

        foreach (var said in new[] { first, second })
        {
            Assert.Equal(id, said.GetProperty("workItem").GetString());
            Assert.Equal("done", said.GetProperty("state").GetString());
            var effect = Assert.Single(said.GetProperty("effects").EnumerateArray());
            Assert.Equal("email.send", effect.GetProperty("kind").GetString());
            Assert.Equal("done", effect.GetProperty("outcome").GetString());
        }

        Assert.True(first.GetProperty("accepted").GetBoolean());
        Assert.False(second.GetProperty("accepted").GetBoolean());
        Assert.Single(folder.Mails());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reject_AfterApprove_SaysWhatAlreadyHappened(bool hosted)
    {
        using var folder = new HostFolder();
        await using var host = hosted ? await folder.ServeAsync() : null;
        var id = await IntakeAsync(folder);
        (await folder.VerbAsync("approve", id)).MustEndIn(0);

        var late = (await folder.VerbAsync("reject", id, "--reason", "too late")).MustEndIn(1);

        Assert.Contains("already", late.Errors, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("pproved", late.Errors, StringComparison.Ordinal);
        Assert.Single(folder.Mails());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reject_WithAReason_SendsNothingAndKeepsIt(bool hosted)
    {
        using var folder = new HostFolder();
        await using var host = hosted ? await folder.ServeAsync() : null;
        var id = await IntakeAsync(folder);

        var said = (await folder.VerbAsync("reject", id, "--reason", "We are booked out", "--json")).MustEndIn(0).Json;

        Assert.Equal("rejected", said.GetProperty("state").GetString());
        Assert.Empty(folder.Mails());
        Assert.Contains("We are booked out", (await folder.VerbAsync("show", id)).Output, StringComparison.Ordinal);
        (await folder.VerbAsync("approve", id)).MustEndIn(1);
        Assert.Empty(folder.Mails());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Approve_WithADigest_TakesOnlyThatOne(bool hosted)
    {
        using var folder = new HostFolder();
        await using var host = hosted ? await folder.ServeAsync() : null;
        folder.Write("mail.eml", Mails.Inquiry(Mails.Mark()));
        var item = (await folder.VerbAsync("intake", "mail.eml", "--json")).Json;
        var id = item.GetProperty("workItem").GetString()!;
        var digest = item.GetProperty("approvals")[0].GetProperty("digest").GetString()!;
        var other = (digest[0] == 'a' ? 'b' : 'a') + digest[1..];

        Sentence.MustBeOne((await folder.VerbAsync("approve", id, "--digest", other)).MustEndIn(1).Errors, other, "show");
        Sentence.MustBeOne((await folder.VerbAsync("approve", id, "--digest", "nonsense")).MustEndIn(1).Errors);
        Assert.Empty(folder.Mails());
        (await folder.VerbAsync("approve", id, "--digest", digest)).MustEndIn(0);
        Assert.Single(folder.Mails());
    }

    [Fact]
    public async Task Approve_WhereTheLastPrintedCardWasReplaced_Refuses()
    {
        using var folder = new HostFolder();
        await using var host = await folder.ServeAsync();
        folder.Write("mail.eml", Mails.Inquiry(Mails.Mark()));
        var printed = (await folder.VerbAsync("intake", "mail.eml", "--json")).Json;
        var id = printed.GetProperty("workItem").GetString()!;
        var changed = (await host.Web.DecideAsync(printed, "change", "Say that we can start in March.")).MustBe(HttpStatusCode.OK).Json;
        Assert.Equal("awaiting-approval", changed.GetProperty("state").GetString());

        Sentence.MustBeOne((await folder.VerbAsync("approve", id)).MustEndIn(1).Errors, "show", id);
        (await folder.VerbAsync("approve", id, "--digest", printed.GetProperty("approvals")[0].GetProperty("digest").GetString()!)).MustEndIn(1);
        (await host.Web.DecideAsync(printed, "approve")).MustBe(HttpStatusCode.Conflict);
        Assert.Empty(folder.Mails());

        (await folder.VerbAsync("show", id)).MustEndIn(0);
        (await folder.VerbAsync("approve", id)).MustEndIn(0);
        Assert.Contains("March", Assert.Single(folder.Mails()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approve_AMailTheServerRefuses_SaysSoAndThatNothingWasSent()
    {
        await using var sink = await SmtpSink.StartAsync();
        using var folder = new HostFolder(sink.Settings());
        foreach (var (recipient, state) in new[] { ("gone-550", "failed"), ("busy-451", "failed"), ("late-550", "failed"), ("late-451", "failed"), ("lost", "outcome-unknown") })
        {
            folder.Write("mail.eml", Mails.Inquiry(Mails.Mark(), recipient + "@lindqvist.example"));
            var id = (await folder.VerbAsync("intake", "mail.eml", "--json")).MustEndIn(0).Json.GetProperty("workItem").GetString()!;
            var said = (await folder.VerbAsync("approve", id, "--json")).MustEndIn(1);
            Assert.Equal(state, said.Json.GetProperty("state").GetString());
            Sentence.MustBeOne(said.Errors, state == "failed" ? "not sent" : "may have");
        }

        Assert.Empty(sink.Mails());
        (await folder.VerbAsync("journal", "verify")).MustEndIn(0);
    }

    private static async Task<string> IntakeAsync(HostFolder folder)
    {
        folder.Write("mail.eml", Mails.Inquiry(Mails.Mark()));
        return (await folder.VerbAsync("intake", "mail.eml", "--json")).MustEndIn(0).Json.GetProperty("workItem").GetString()!;
    }
}
