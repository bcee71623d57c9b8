using System.Text.Json.Nodes;
using AiOs.Channels.Telegram.Tests.Fakes;
using AiOs.Contracts;
using AiOs.Testing.Telegram;
using Microsoft.Extensions.Time.Testing;
using Telegram.Bot;

namespace AiOs.Channels.Telegram.Tests.Receiving;

/// <summary>R8 and TRUST part 4: nothing is confirmed before it is durable, and one bad update holds up nobody.</summary>
public sealed class PollingTests
{
    [Fact]
    public async Task Poll_Messages_AreHeardInOrderAndThenConfirmed()
    {
        await using var rig = await Rig.StartAsync();
        var last = Enumerable.Range(0, 30).Select(number => rig.Operator.Sends($"m{number:00}").Update).ToList()[^1];
        await rig.PollAsync();
        await rig.ConfirmedAsync(last);
        Assert.Equal(Enumerable.Range(0, 30).Select(static number => $"m{number:00}"), rig.Conversation.Texts);
        Assert.Equal(0, rig.Server.WaitingUpdates);
        var first = rig.Conversation.Heard.First();
        Assert.Equal(("4711", "4711", true, "1", "m/4711/1"), (first.Sender, first.Place, first.IsPrivate, first.Message, first.DedupeKey));
    }

    [Fact]
    public async Task Poll_AtStart_TakesTheWebhookAwayKeepsWhatWaitsAndOffersTheCommands()
    {
        await using var rig = await Rig.StartAsync();
        var client = Doubles.Bot.Connect(rig.Server.Address, TelegramDouble.Token);
        await client.SetWebhook("https://old.example/hook", cancellationToken: Rig.Token);
        var update = rig.Operator.Sends("sent before").Update;
        await rig.PollAsync();
        await rig.ConfirmedAsync(update);
        Assert.Equal(["sent before"], rig.Conversation.Texts);
        Assert.Equal(["tasks", "freeze"], (await client.GetMyCommands(cancellationToken: Rig.Token)).Select(static one => one.Command));
        var poll = rig.Server.Calls.First(static call => call.Method == "getUpdates");
        Assert.Equal(["message", "edited_message", "callback_query", "my_chat_member"], poll.Fields["allowed_updates"]!.AsArray().Select(static one => (string)one!));
        Assert.Equal("50", poll["timeout"]);
    }

    [Fact]
    public async Task Poll_KilledBeforeDurable_ComesAgain()
    {
        await using var rig = await Rig.StartAsync();
        var reached = new TaskCompletionSource();
        rig.Conversation.OnHear = _ =>
        {
            reached.TrySetResult();
            return new TaskCompletionSource().Task;
        };
        var update = rig.Operator.Sends("pay the invoice").Update;
        await rig.PollAsync();
        await reached.Task.WaitAsync(Rig.Token);
        await rig.RestartAsync();
        Assert.Empty(rig.Conversation.Heard);
        Assert.Equal(1, rig.Server.WaitingUpdates);
        Assert.DoesNotContain(rig.Server.Calls, static call => call.Method == "getUpdates" && call["offset"].Length > 0);
        rig.Conversation.OnHear = static _ => Task.CompletedTask;
        await rig.PollAsync();
        await rig.ConfirmedAsync(update);
        Assert.Equal(["pay the invoice"], rig.Conversation.Texts);
    }

    [Fact]
    public async Task Poll_KilledAfterDurableAndBeforeConfirmed_ComesAgainWithTheSameKey()
    {
        await using var rig = await Rig.StartAsync();
        var second = new TaskCompletionSource();
        rig.Conversation.OnHear = message => message.Text == "second" ? second.Task : Task.CompletedTask;
        rig.Operator.Sends("first");
        var update = rig.Operator.Sends("second").Update;
        await rig.PollAsync();
        await rig.Conversation.UntilAsync(() => rig.Conversation.Heard.Count == 1);
        await rig.RestartAsync();
        second.SetResult();
        await rig.PollAsync();
        await rig.ConfirmedAsync(update);
        Assert.Equal(["first", "first", "second"], rig.Conversation.Texts);
        Assert.Equal(2, rig.Conversation.Heard.Select(static one => one.DedupeKey).Distinct().Count());
    }

    [Fact]
    public async Task Poll_StoreAway_ConfirmsNothingAndTriesAgain()
    {
        var clock = new FakeTimeProvider();
        await using var rig = await Rig.StartAsync(clock);
        var away = 5;
        rig.Conversation.OnHear = _ => Interlocked.Decrement(ref away) >= 0 ? throw new AiOsException("The store is away.") { IsTransient = true } : Task.CompletedTask;
        var update = rig.Operator.Sends("keep this").Update;
        await rig.PollAsync();
        await clock.UntilAsync(rig.ConfirmedAsync(update), TimeSpan.FromMilliseconds(500));
        Assert.Equal(["keep this"], rig.Conversation.Texts);
        Assert.Equal(-1, away);
        Assert.Empty(rig.Inbox.Refused);
    }

    [Fact]
    public async Task Poll_PoisonUpdate_LeavesALineAndGoesOn()
    {
        await using var rig = await Rig.StartAsync();
        var tries = 0;
        rig.Conversation.OnHear = message => message.Text == "poison" && Interlocked.Increment(ref tries) > 0 ? throw new InvalidOperationException("secret words") : Task.CompletedTask;
        var poison = rig.Operator.Sends("poison").Update;
        var update = rig.Operator.Sends("after it").Update;
        await rig.PollAsync();
        await rig.ConfirmedAsync(update);
        Assert.Equal(["after it"], rig.Conversation.Texts);
        Assert.Equal(3, tries);
        Assert.Equal([("unreadable-update", 0L, $"u/{poison}")], rig.Inbox.Refused);
        Assert.DoesNotContain(rig.Log.All, static line => line.Contains("secret words", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Poll_UnreadableUpdate_LeavesALineAndTheOthersAreHeard()
    {
        await using var rig = await Rig.StartAsync();
        var odd = rig.Server.Announce("message", new JsonObject { ["message_id"] = "not a number" });
        var update = rig.Operator.Sends("after it").Update;
        await rig.PollAsync();
        await rig.ConfirmedAsync(update);
        Assert.Equal(["after it"], rig.Conversation.Texts);
        var refused = Assert.Single(rig.Inbox.Refused);
        Assert.Equal(("unreadable-update", $"u/{odd}"), (refused.Code, refused.Key));
        Assert.True(refused.Bytes > 20);
    }

    [Fact]
    public async Task Poll_SlowChat_DoesNotHoldUpAnother()
    {
        await using var rig = await Rig.StartAsync();
        var slow = new TaskCompletionSource();
        rig.Conversation.OnHear = message => message.Text == "slow" ? slow.Task : Task.CompletedTask;
        rig.Operator.Sends("slow");
        rig.Operator.Sends("behind it");
        var update = rig.Server.User(5).Sends("quick").Update;
        await rig.PollAsync();
        await rig.Conversation.UntilAsync(() => !rig.Conversation.Heard.IsEmpty);
        Assert.Equal(["quick"], rig.Conversation.Texts);
        slow.SetResult();
        await rig.ConfirmedAsync(update);
        Assert.Equal(["quick", "slow", "behind it"], rig.Conversation.Texts);
    }

    [Theory]
    [InlineData(409, "Conflict: terminated by other getUpdates request", "only one may")]
    [InlineData(401, "Unauthorized", "Channels:Telegram:BotToken")]
    [InlineData(502, "Bad Gateway", "asked again")]
    public async Task Poll_Refused_SaysWhyStaysAwayAndComesBack(int code, string description, string said)
    {
        var clock = new FakeTimeProvider();
        await using var rig = await Rig.StartAsync(clock);
        rig.Server.Next("getUpdates", new TelegramFault.Refuses(code, description));
        var update = rig.Operator.Sends("hello").Update;
        await rig.PollAsync();
        await clock.UntilAsync(rig.ConfirmedAsync(update), TimeSpan.FromMilliseconds(500));
        Assert.Equal(["hello"], rig.Conversation.Texts);
        Assert.Contains(rig.Log.All, line => line.Contains(said, StringComparison.Ordinal));
        var polls = rig.Server.Calls.Where(static call => call.Method == "getUpdates").ToList();
        Assert.True(polls[1].At - polls[0].At >= TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Poll_TooMany_WaitsAsLongAsSaid()
    {
        var clock = new FakeTimeProvider();
        await using var rig = await Rig.StartAsync(clock);
        rig.Server.Next("getUpdates", TelegramFault.TooMany(12));
        var update = rig.Operator.Sends("hello").Update;
        await rig.PollAsync();
        await clock.UntilAsync(rig.ConfirmedAsync(update), TimeSpan.FromMilliseconds(500));
        var polls = rig.Server.Calls.Where(static call => call.Method == "getUpdates").ToList();
        Assert.True(polls[1].At - polls[0].At >= TimeSpan.FromSeconds(12));
    }

    [Fact]
    public async Task Poll_NothingForAWhile_AsksWithoutAnOldNumber()
    {
        var clock = new FakeTimeProvider();
        await using var rig = await Rig.StartAsync(clock);
        var update = rig.Operator.Sends("hello").Update;
        await rig.PollAsync();
        await clock.UntilAsync(rig.ConfirmedAsync(update), TimeSpan.FromMilliseconds(100));
        await clock.UntilAsync(rig.Server.CalledAsync(static call => call.Method == "getUpdates", 3, Rig.Token), TimeSpan.FromSeconds(1));
        Assert.Equal([string.Empty, $"{update + 1}", string.Empty], rig.Server.Calls.Where(static call => call.Method == "getUpdates").Select(static call => call["offset"]).Take(3));
    }
}
