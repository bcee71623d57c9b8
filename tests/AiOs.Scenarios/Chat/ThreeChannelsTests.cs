using System.Net;
using AiOs.Scenarios.Hosting;
using AiOs.Testing.Hosting;

namespace AiOs.Scenarios.Chat;

/// <summary>One approval shown on the page, in Telegram and in Teams at once: the first decision wins, and every other card is rewritten.</summary>
public sealed class ThreeChannelsTests
{
    [Theory]
    [InlineData("web")]
    [InlineData("telegram")]
    [InlineData("teams")]
    public async Task Decide_InOneOfThree_RewritesTheOthers(string where)
    {
        await using var clouds = await ChatClouds.StartAsync();
        await using var host = await ChatHost.StartPairedAsync(clouds);
        var mark = Mails.Mark();
        var item = await host.MailAsync(Mails.Unpriced(mark));
        var telegram = await host.Telegram.SeesCardAsync(mark);
        var teams = await host.Teams.SeesCardAsync(mark);

        switch (where)
        {
            case "web":
                (await host.Web.DecideAsync(item, "approve")).MustBe(HttpStatusCode.OK);
                break;
            case "telegram":
                var (tap, _) = host.Telegram.Me.Taps(telegram.Id, "Approve");
                Assert.NotEmpty(await host.Telegram.AnsweredAsync(tap));
                break;
            default:
                Assert.Equal(200, (int?)(await host.Teams.TapAsync(teams, "Approve"))["statusCode"]);
                break;
        }

        await host.UntilAsync(item.GetProperty("workItem").GetString()!, "done");
        var rewritten = await host.Telegram.SeesRewrittenAsync(telegram.Id);
        var other = await host.Teams.SeesRewrittenAsync(teams);
        Assert.Contains(mark, rewritten.Text, StringComparison.Ordinal);
        Assert.Contains(mark, other, StringComparison.Ordinal);
        Assert.Single(clouds.Folder.Mails());
        Assert.Equal(where, (await host.Web.ItemAsync(item.GetProperty("workItem").GetString()!)).GetProperty("approvals")[0].GetProperty("decided").GetString() is { } decided && decided.Contains(where, StringComparison.OrdinalIgnoreCase) ? where : "elsewhere");
    }

    [Fact]
    public async Task Tap_ContradictoryInThreeAtOnce_HasOneWinnerAndTheLosersAreTold()
    {
        await using var clouds = await ChatClouds.StartAsync();
        await using var host = await ChatHost.StartPairedAsync(clouds);
        var winners = new Dictionary<string, int> { ["approve"] = 0, ["reject"] = 0 };
        for (var round = 0; round < AiOs.Testing.Counts.Of(4, 12); round++)
        {
            var mark = Mails.Mark();
            var item = await host.MailAsync(Mails.Unpriced(mark));
            var telegram = await host.Telegram.SeesCardAsync(mark);
            var teams = await host.Teams.SeesCardAsync(mark);
            var inTeams = host.Teams.TapAsync(teams, "Reject");
            var (tap, _) = host.Telegram.Me.Taps(telegram.Id, round % 2 == 0 ? "Approve" : "Reject");
            var onPage = host.Web.DecideAsync(item, "approve");
            await Task.WhenAll(inTeams, onPage, host.Telegram.AnsweredAsync(tap));

            var id = item.GetProperty("workItem").GetString()!;
            await host.Telegram.SeesRewrittenAsync(telegram.Id);
            await host.Teams.SeesRewrittenAsync(teams);
            var ended = await host.Web.ItemAsync(id);
            var approved = ended.GetProperty("state").GetString() == "done";
            winners[approved ? "approve" : "reject"]++;
            Assert.Equal(approved ? "done" : "rejected", ended.GetProperty("state").GetString());
            Assert.Equal(approved ? 1 : 0, clouds.Folder.Mails().Count(mail => mail.Contains(mark, StringComparison.Ordinal)));
        }

        Tally.Say($"three channels at once: {winners["approve"]} approved, {winners["reject"]} rejected, 0 doubled");
        Assert.True((await host.Web.VerifyAsync()).GetProperty("ok").GetBoolean());
    }
}
