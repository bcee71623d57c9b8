using System.Text;
using AiOs.Testing.Hosting;
using AiOs.Testing.Teams;

namespace AiOs.Scenarios.Chat;

/// <summary>Whole conversations in Teams, personal and in a group, with real tokens against the double.</summary>
public sealed class TeamsTests
{
    [Fact]
    public async Task Conversation_MailAsFile_IsApprovedThereAndTheCardIsReplaced()
    {
        await using var clouds = await ChatClouds.StartAsync();
        await using var host = await ChatHost.StartAsync(clouds);
        await host.Teams.PairAsync(host.CodeOf("teams"));
        var mark = Mails.Mark();
        var (status, _) = await host.Teams.PostAsync(clouds.Teams.Activities.File(host.Teams.Me, host.Teams.Home, "forwarded.eml", Encoding.UTF8.GetBytes(Mails.Unpriced(mark))));
        Assert.InRange(status, 200, 202);
        var card = await host.Teams.SeesCardAsync(mark);
        var reply = await host.Teams.TapAsync(card, "Approve");

        Assert.Equal(200, (int?)reply["statusCode"]);
        Assert.Contains(mark, await host.Teams.SeesRewrittenAsync(card), StringComparison.Ordinal);
        Assert.Contains(mark, Assert.Single(clouds.Folder.Mails()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_OnTheCard_MakesANewCardAndTheOldOneDecidesNothing()
    {
        await using var clouds = await ChatClouds.StartAsync();
        await using var host = await ChatHost.StartAsync(clouds);
        await host.Teams.PairAsync(host.CodeOf("teams"));
        var mark = Mails.Mark();
        var item = await host.MailAsync(Mails.Unpriced(mark));
        var card = await host.Teams.SeesCardAsync(mark);
        var stale = host.Teams.TapOf(card, "Approve");
        await host.Teams.TapAsync(card, "Draft it again", typed: ("change", "add: I can start in March."));
        await host.Teams.SeesRewrittenAsync(card);
        var next = await host.Teams.SeesCardAsync(mark);
        var (status, _) = await host.Teams.PostAsync(stale);

        Assert.Equal(200, status);
        Assert.NotEqual(card, next);
        Assert.Empty(clouds.Folder.Mails());
        Assert.Contains("What changed", TeamsPhone.Text(host.Teams.Home.Messages[next]), StringComparison.Ordinal);
        await host.Teams.TapAsync(next, "Approve");
        await host.UntilAsync(item.GetProperty("workItem").GetString()!, "done");
        Assert.Single(clouds.Folder.Mails());
    }

    [Fact]
    public async Task Group_OperatorAndAColleague_OnlyTheOperatorIsHeard()
    {
        await using var clouds = await ChatClouds.StartAsync();
        await using var host = await ChatHost.StartAsync(clouds);
        await host.Teams.PairAsync(host.CodeOf("teams"));
        var colleague = clouds.Teams.Person("Ola");
        var group = clouds.Teams.Group(isChannel: false, host.Teams.Me, colleague);
        var mark = Mails.Mark();
        await host.Teams.SayAsync($"/remember the gate code of {mark} is kept by Hanna", place: group);
        await host.Teams.SeesAsync("emember", group);
        var said = group.Sent.Count;
        await host.Teams.SayAsync("/tasks", colleague, group);
        await host.MailAsync(Mails.Unpriced(mark));
        var card = await host.Teams.SeesCardAsync(mark);
        // A tap with everything right but the person.
        var (status, _) = await host.Teams.PostAsync(host.Teams.TapOf(card, "Approve", colleague));

        Assert.Equal(200, status);
        Assert.Equal(said, group.Sent.Count);
        Assert.Empty(clouds.Folder.Mails());
        Assert.Equal("awaiting-approval", (await host.Web.ItemsAsync())[0].GetProperty("state").GetString());
        Assert.Equal(1, await host.LinesOfAsync("message-refused"));
    }

    [Fact]
    public async Task Restart_InTheMiddle_CardsSentBeforeStillWork()
    {
        await using var clouds = await ChatClouds.StartAsync();
        var mark = Mails.Mark();
        string card;
        TeamsPerson me;
        await using (var host = await ChatHost.StartAsync(clouds))
        {
            await host.Teams.PairAsync(host.CodeOf("teams"));
            me = host.Teams.Me;
            await host.MailAsync(Mails.Unpriced(mark));
            card = await host.Teams.SeesCardAsync(mark);
            await host.Process.KillAsync();
        }

        await using var again = await ChatHost.StartAsync(clouds);
        var home = clouds.Teams.Personal(me);
        Assert.Equal(200, (int?)(await again.Teams.TapAsync(card, "Approve", me, home))["statusCode"]);
        await again.Teams.SeesRewrittenAsync(card, home);
        Assert.Contains(mark, Assert.Single(clouds.Folder.Mails()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Message_WithoutAGoodToken_IsTurnedAwayAndLeavesNothing(bool forged)
    {
        await using var clouds = await ChatClouds.StartAsync();
        await using var host = await ChatHost.StartAsync(clouds);
        var activity = clouds.Teams.Activities.Message(host.Teams.Me, host.Teams.Home, $"/start {host.CodeOf("teams")}");
        var endpoint = new Uri(host.Process.Address, "/api/messages");
        var (status, body) = forged
            ? await clouds.Teams.PostAsync(endpoint, activity, new TeamsTokenSpec(TeamsDouble.AppId, clouds.Teams.ServiceUrl) { ByStranger = true }, TestContext.Current.CancellationToken)
            : await clouds.Teams.PostRawAsync(endpoint, activity.ToJsonString(), authorization: null, TestContext.Current.CancellationToken);

        Assert.Equal(401, status);
        Assert.Empty(body);
        Assert.Empty(host.Teams.Home.Messages);
        Assert.Equal("Nobody is paired yet; 'pair CHANNEL' gives a code.", (await clouds.Folder.VerbAsync("devices")).Output);
    }
}
