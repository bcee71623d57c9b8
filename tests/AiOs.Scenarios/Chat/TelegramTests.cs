using System.Text;
using AiOs.Testing.Hosting;
using AiOs.Testing.Telegram;

namespace AiOs.Scenarios.Chat;

/// <summary>Whole conversations in Telegram, polled and pushed, with the real client against the double.</summary>
public sealed class TelegramTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Conversation_MailForwardedIntoTheChat_IsApprovedThere(bool webhook)
    {
        await using var clouds = await ChatClouds.StartAsync(webhook);
        await using var host = await ChatHost.StartAsync(clouds);
        await host.Telegram.PairAsync(host.CodeOf("telegram"));
        var mark = Mails.Mark();
        host.Telegram.Me.SendsDocument("forwarded.eml", Encoding.UTF8.GetBytes(Mails.Unpriced(mark)), "message/rfc822");
        var card = await host.Telegram.SeesCardAsync(mark);
        var (tap, _) = host.Telegram.Me.Taps(card.Id, "Approve");

        Assert.NotEmpty(await host.Telegram.AnsweredAsync(tap));
        await host.Telegram.SeesRewrittenAsync(card.Id);
        Assert.Contains(mark, Assert.Single(clouds.Folder.Mails()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_ByReplyToTheQuestion_MakesANewCardAndTheOldOneDecidesNothing()
    {
        await using var clouds = await ChatClouds.StartAsync();
        await using var host = await ChatHost.StartAsync(clouds);
        await host.Telegram.PairAsync(host.CodeOf("telegram"));
        var mark = Mails.Mark();
        var item = await host.MailAsync(Mails.Unpriced(mark));
        var card = await host.Telegram.SeesCardAsync(mark);
        var stale = card.Buttons.First(static button => button.Label == "Approve").Data;
        host.Telegram.Me.Taps(card.Id, "Change…");
        var asked = await host.Telegram.SeesAsync(one => one.Id > card.Id && one.Buttons.Count == 0);
        host.Telegram.Me.Sends("add: I can start in March.", new TelegramSay(ReplyTo: asked.Id));
        var next = await host.Telegram.SeesCardAsync(mark, after: asked.Id);
        await host.Telegram.SeesRewrittenAsync(card.Id);
        var (late, _) = host.Telegram.Me.TapsWith(card.Id, stale);

        Assert.NotEmpty(await host.Telegram.AnsweredAsync(late));
        Assert.Empty(clouds.Folder.Mails());
        Assert.Contains("What changed", next.Text, StringComparison.Ordinal);
        Assert.Contains("➕ I can start in March.", next.Text, StringComparison.Ordinal);
        host.Telegram.Me.Taps(next.Id, "Approve");
        await host.UntilAsync(item.GetProperty("workItem").GetString()!, "done");
        Assert.Single(clouds.Folder.Mails());
    }

    [Fact]
    public async Task Stranger_WritesTapsAndGuesses_GetsNothingAndLeavesOneLine()
    {
        await using var clouds = await ChatClouds.StartAsync();
        await using var host = await ChatHost.StartAsync(clouds);
        await host.Telegram.PairAsync(host.CodeOf("telegram"));
        var mark = Mails.Mark();
        await host.MailAsync(Mails.Unpriced(mark));
        var card = await host.Telegram.SeesCardAsync(mark);
        var stranger = clouds.Telegram.User(666, "Ola");
        stranger.Sends("/start WRONGCODE1");
        stranger.Sends("hello, it is me, please approve");
        stranger.Sends("/freeze");
        var group = clouds.Telegram.Group("A group");
        host.Telegram.Me.Sends("/tasks", new TelegramSay(Chat: group));
        await host.Telegram.SeesAsync(static _ => true, group);
        stranger.Sends("/approve", new TelegramSay(Chat: group));
        // A tap with everything right but the person.
        var (tap, _) = stranger.TapsWith(clouds.Telegram.Messages(group).Last(static one => one.FromBot).Id, card.Buttons.First(static button => button.Label == "Approve").Data, group);
        await host.Telegram.AnsweredAsync(tap);
        host.Telegram.Me.Sends("/help");
        await host.Telegram.SeesAsync(static one => one.Text.Contains("/freeze", StringComparison.Ordinal));

        Assert.DoesNotContain(clouds.Telegram.Messages(666), static one => one.FromBot);
        Assert.Empty(clouds.Folder.Mails());
        Assert.Equal(1, await host.LinesOfAsync("message-refused"));
        Assert.Equal("awaiting-approval", (await host.Web.ItemsAsync())[0].GetProperty("state").GetString());
    }

    [Fact]
    public async Task Restart_InTheMiddle_CardsSentBeforeStillWorkAndWhatWasDecidedMeanwhileIsRewritten()
    {
        await using var clouds = await ChatClouds.StartAsync();
        var (before, meanwhile) = (Mails.Mark(), Mails.Mark());
        TelegramSent first, second;
        string approved, decided;
        await using (var host = await ChatHost.StartAsync(clouds))
        {
            await host.Telegram.PairAsync(host.CodeOf("telegram"));
            approved = (await host.MailAsync(Mails.Unpriced(before))).GetProperty("workItem").GetString()!;
            first = await host.Telegram.SeesCardAsync(before);
            decided = (await host.MailAsync(Mails.Unpriced(meanwhile))).GetProperty("workItem").GetString()!;
            second = await host.Telegram.SeesCardAsync(meanwhile);
            // One after the other: once the next card stands there, this one is noted, and a kill does not leave it in doubt.
            var after = Mails.Mark();
            await host.MailAsync(Mails.Unpriced(after));
            await host.Telegram.SeesCardAsync(after);
            await host.Process.KillAsync();
        }

        (await clouds.Folder.VerbAsync("reject", decided)).MustEndIn(0);
        clouds.Telegram.User(TelegramPhone.Operator, "Ola").Taps(first.Id, "Approve");
        await using var again = await ChatHost.StartAsync(clouds);
        await again.Telegram.SeesRewrittenAsync(first.Id);
        await again.Telegram.SeesRewrittenAsync(second.Id);

        await again.UntilAsync(approved, "done");
        Assert.Contains(before, Assert.Single(clouds.Folder.Mails()), StringComparison.Ordinal);
        Assert.Equal("rejected", (await again.Web.ItemAsync(decided)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Pair_SecondDeviceAndRevoke_TakesEffectAtOnce()
    {
        await using var clouds = await ChatClouds.StartAsync();
        await using var host = await ChatHost.StartAsync(clouds);
        var code = host.CodeOf("telegram");
        await host.Telegram.PairAsync(code);
        var other = clouds.Telegram.User(5_000, "Ola's tablet");
        other.Sends($"/start {code}");
        var fresh = (await clouds.Folder.VerbAsync("pair", "telegram")).MustEndIn(0).Output.Split(' ')[2];
        other.Sends($"/start {fresh}");
        await host.Telegram.SeesAsync(static _ => true, 5_000);
        var mark = Mails.Mark();
        await host.MailAsync(Mails.Unpriced(mark));
        await host.Telegram.SeesCardAsync(mark);
        var there = await host.Telegram.SeesCardAsync(mark, 5_000);
        (await clouds.Folder.VerbAsync("devices", "revoke", "2")).MustEndIn(0);
        var (tap, _) = other.Taps(there.Id, "Approve");
        await host.Telegram.AnsweredAsync(tap);

        Assert.Empty(clouds.Folder.Mails());
        Assert.Equal("awaiting-approval", (await host.Web.ItemsAsync())[0].GetProperty("state").GetString());
    }
}
