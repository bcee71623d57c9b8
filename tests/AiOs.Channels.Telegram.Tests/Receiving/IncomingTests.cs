using AiOs.Channels.Telegram.Tests.Fakes;
using AiOs.Contracts;
using AiOs.Contracts.Chat;
using AiOs.Testing.Telegram;
using Microsoft.Extensions.Time.Testing;
using Telegram.Bot;

namespace AiOs.Channels.Telegram.Tests.Receiving;

/// <summary>What the kernel gets to hear.</summary>
public sealed class IncomingTests
{
    [Fact]
    public async Task Hear_Edit_SaysWhatChangedAndIsADeliveryOfItsOwn()
    {
        await using var rig = await Rig.StartAsync();
        var message = rig.Operator.Sends("10 hours").Message;
        await AllAsync(rig, rig.Operator.Edits(message, "12 hours"));
        var (first, second) = (rig.Conversation.Heard.First(), rig.Conversation.Heard.Last());
        Assert.Equal((false, true), (first.IsEdit, second.IsEdit));
        Assert.Equal((first.Message, "12 hours"), (second.Message, second.Text));
        Assert.StartsWith($"e/4711/{message}/", second.DedupeKey, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hear_ReplyAndForward_AreToldApart()
    {
        await using var rig = await Rig.StartAsync();
        var first = rig.Operator.Sends("a").Message;
        rig.Operator.Sends("an answer", new TelegramSay(ReplyTo: first));
        await AllAsync(rig, rig.Operator.Sends("their words", new TelegramSay(ForwardedFrom: "Hanna")).Update);
        Assert.Equal([null, $"{first}", null], rig.Conversation.Heard.Select(static one => one.ReplyTo));
        Assert.Equal([false, false, true], rig.Conversation.Heard.Select(static one => one.IsForwarded));
    }

    [Fact]
    public async Task Hear_Group_OnlyWhatIsMeantForTheBot()
    {
        await using var rig = await Rig.StartAsync();
        var group = rig.Server.Group("Work");
        var say = new TelegramSay(Chat: group);
        var said = Sent(await rig.Channel.SayAsync($"{group}", new ChatNote("Which rate?", []), null, Rig.Token));
        rig.Operator.Sends("lunch?", say);
        rig.Operator.Sends("@aios_test_bot write to Hanna", say);
        rig.Operator.Sends("/tasks@aios_test_bot", say);
        rig.Operator.Sends("/tasks@other_bot", say);
        await AllAsync(rig, rig.Operator.Sends("110 EUR", say with { ReplyTo = int.Parse(said.Last, System.Globalization.CultureInfo.InvariantCulture) }).Update);
        Assert.Equal(["write to Hanna", "/tasks", "110 EUR"], rig.Conversation.Texts);
        Assert.All(rig.Conversation.Heard, one => Assert.Equal(("4711", $"{group}", false), (one.Sender, one.Place, one.IsPrivate)));
    }

    [Fact]
    public async Task Hear_Topic_IsAPlaceOfItsOwn()
    {
        await using var rig = await Rig.StartAsync();
        var group = rig.Server.Group("Work", forum: true);
        var topic = (await Doubles.Bot.Connect(rig.Server.Address, TelegramDouble.Token).CreateForumTopic(group, "Invoices", cancellationToken: Rig.Token)).MessageThreadId;
        await AllAsync(rig, rig.Operator.Sends("/tasks", new TelegramSay(Chat: group, Topic: topic)).Update);
        var heard = Assert.Single(rig.Conversation.Heard);
        Assert.Equal(($"{group}/{topic}", null), (heard.Place, heard.ReplyTo));
    }

    [Fact]
    public async Task Hear_Album_EachFileByItself()
    {
        await using var rig = await Rig.StartAsync();
        rig.Operator.SendsPhoto([1, 2, 3, 4], "receipts of October", new TelegramSay(Album: "a"));
        await AllAsync(rig, rig.Operator.SendsPhoto([5, 6, 7, 8], null, new TelegramSay(Album: "a")).Update);
        Assert.Equal(["receipts of October", null], rig.Conversation.Texts);
        Assert.All(rig.Conversation.Heard, static one => Assert.Equal(ChatFileKind.Photo, Assert.Single(one.Files).Kind));
    }

    [Fact]
    public async Task Meet_Unblocked_IsMetAndBlockedIsNot()
    {
        await using var rig = await Rig.StartAsync();
        rig.Operator.Blocks();
        rig.Operator.Unblocks();
        await rig.PollAsync();
        await rig.Conversation.UntilAsync(() => !rig.Conversation.Met.IsEmpty);
        await AllAsync(rig, rig.Operator.Sends("hello").Update, poll: false);
        Assert.Equal([("4711", "4711")], rig.Conversation.Met);
    }

    [Fact]
    public async Task Fetch_File_BringsItsBytes()
    {
        await using var rig = await Rig.StartAsync();
        rig.Operator.SendsVoice([9, 8, 7]);
        await AllAsync(rig, rig.Operator.SendsDocument("offer.eml", [1, 2, 3], "message/rfc822", "what do you think?").Update);
        var (voice, mail) = (rig.Conversation.Heard.First().Files[0], rig.Conversation.Heard.Last().Files[0]);
        Assert.Equal((ChatFileKind.Voice, "audio/ogg"), (voice.Kind, voice.MediaType));
        Assert.Equal([9, 8, 7], (await voice.FetchAsync(Rig.Token)).ToArray());
        Assert.True(mail.IsMail);
        Assert.Equal([1, 2, 3], (await mail.FetchAsync(Rig.Token)).ToArray());
    }

    [Fact]
    public async Task Fetch_TooLargeByWord_AsksNothing()
    {
        await using var rig = await Rig.StartAsync();
        await AllAsync(rig, rig.Operator.SendsDocument("film.mp4", [1], "video/mp4", declaredSize: ChatFile.MostBytes + 1).Update);
        await TooLargeAsync(rig);
        Assert.DoesNotContain(rig.Server.Calls, static call => call.Method == "getFile");
    }

    [Fact]
    public async Task Fetch_TooLargeAgainstItsWord_IsCutOff()
    {
        await using var rig = await Rig.StartAsync();
        await AllAsync(rig, rig.Operator.SendsDocument("film.mp4", new byte[ChatFile.MostBytes + 1], "video/mp4", declaredSize: 100).Update);
        await TooLargeAsync(rig);
    }

    [Fact]
    public async Task Fetch_ServerAway_IsWorthAnotherTry()
    {
        await using var rig = await Rig.StartAsync();
        await AllAsync(rig, rig.Operator.SendsDocument("a.txt", [1], "text/plain").Update);
        rig.Server.Next("getFile", new TelegramFault.Refuses(502, "Bad Gateway"));
        var file = rig.Conversation.Heard.Single().Files[0];
        Assert.True((await Assert.ThrowsAsync<AiOsException>(() => file.FetchAsync(Rig.Token))).IsTransient);
        rig.Server.Next("getFile", new TelegramFault.Refuses(400, "Bad Request: wrong file_id"));
        Assert.False((await Assert.ThrowsAsync<AiOsException>(() => file.FetchAsync(Rig.Token))).IsTransient);
        Assert.Equal([1], (await file.FetchAsync(Rig.Token)).ToArray());
    }

    [Fact]
    public async Task Tap_Button_IsAnsweredOnceWithTheOutcome()
    {
        await using var rig = await Rig.GreetedAsync();
        var card = Sent(await rig.Channel.SendAsync("4711", AiOs.Testing.Cards.SomeCards.Waiting, null, Rig.Token));
        var (tap, update) = rig.Operator.Taps(int.Parse(card.Last, System.Globalization.CultureInfo.InvariantCulture), "Approve");
        await AllAsync(rig, update);
        var heard = Assert.Single(rig.Conversation.Taps);
        Assert.Equal(("4711", "4711", card.Last, "t/" + tap), (heard.Sender, heard.Place, heard.Message, heard.DedupeKey));
        Assert.NotNull(AiOs.Contracts.Cards.CardToken.Read(heard.Token));
        var answer = Assert.Single(rig.Server.Calls, static call => call.Method == "answerCallbackQuery");
        Assert.Equal((tap, "Approved.", 200), (answer["callback_query_id"], answer["text"], answer.Status));
    }

    [Fact]
    public async Task Tap_OfAStranger_IsAnsweredWithoutContent()
    {
        await using var rig = await Rig.GreetedAsync();
        rig.Conversation.OnTap = static _ => Task.FromResult(new TapReply(false, string.Empty));
        var card = Sent(await rig.Channel.SendAsync("4711", AiOs.Testing.Cards.SomeCards.Waiting, null, Rig.Token));
        await AllAsync(rig, rig.Operator.TapsWith(int.Parse(card.Last, System.Globalization.CultureInfo.InvariantCulture), "forged").Update);
        Assert.Equal(string.Empty, Assert.Single(rig.Server.Calls, static call => call.Method == "answerCallbackQuery")["text"]);
    }

    [Fact]
    public async Task Tap_LongSentence_IsCutToWhatTelegramTakes()
    {
        await using var rig = await Rig.GreetedAsync();
        rig.Conversation.OnTap = static _ => Task.FromResult(new TapReply(false, new string('x', 198) + "😀 and more"));
        var card = Sent(await rig.Channel.SendAsync("4711", AiOs.Testing.Cards.SomeCards.Waiting, null, Rig.Token));
        await AllAsync(rig, rig.Operator.TapsWith(int.Parse(card.Last, System.Globalization.CultureInfo.InvariantCulture), "x").Update);
        var answer = Assert.Single(rig.Server.Calls, static call => call.Method == "answerCallbackQuery");
        Assert.Equal(new string('x', 198) + "…", answer["text"]);
        Assert.Equal(200, answer.Status);
    }

    [Fact]
    public async Task Tap_TakesLong_IsAnsweredSoonAndTheOutcomeIsSaidLater()
    {
        var clock = new FakeTimeProvider();
        await using var rig = await Rig.GreetedAsync(clock);
        var running = new TaskCompletionSource<TapReply>();
        rig.Conversation.OnTap = _ => running.Task;
        var card = Sent(await rig.Channel.SendAsync("4711", AiOs.Testing.Cards.SomeCards.Waiting, null, Rig.Token));
        var update = rig.Operator.Taps(int.Parse(card.Last, System.Globalization.CultureInfo.InvariantCulture), "Approve").Update;
        await rig.PollAsync();
        await clock.UntilAsync(rig.Server.CalledAsync(static call => call.Method == "answerCallbackQuery", 1, Rig.Token), TimeSpan.FromMilliseconds(200));
        running.SetResult(new TapReply(true, "Sent at 12:05."));
        await clock.UntilAsync(rig.ConfirmedAsync(update), TimeSpan.FromMilliseconds(200));
        Assert.Equal(["Working on it…"], rig.Server.Calls.Where(static call => call.Method == "answerCallbackQuery").Select(static call => call["text"]));
        Assert.Equal("Sent at 12:05.", rig.Server.Messages(Rig.OperatorId)[^1].Text);
    }

    [Fact]
    public async Task Tap_WithTheCardAsItIsNow_LeavesTheRewritingToTheKernel()
    {
        await using var rig = await Rig.GreetedAsync();
        rig.Conversation.OnTap = static _ => Task.FromResult(new TapReply(true, "Approved.") { Now = AiOs.Testing.Cards.SomeCards.Done });
        var card = Sent(await rig.Channel.SendAsync("4711", AiOs.Testing.Cards.SomeCards.Waiting, null, Rig.Token));
        await AllAsync(rig, rig.Operator.Taps(int.Parse(card.Last, System.Globalization.CultureInfo.InvariantCulture), "Approve").Update);

        // By the time the tap is answered something newer may stand there.
        Assert.Equal(0, rig.Server.Messages(Rig.OperatorId)[^1].Edits);
        Assert.Contains(rig.Server.Calls, static call => call.Method == "answerCallbackQuery" && call["text"] == "Approved.");
    }

    private static async Task AllAsync(Rig rig, int update, bool poll = true)
    {
        await (poll ? rig.PollAsync() : Task.CompletedTask);
        await rig.ConfirmedAsync(update);
    }

    private static async Task TooLargeAsync(Rig rig)
    {
        var file = rig.Conversation.Heard.Single().Files[0];
        var fault = await Assert.ThrowsAsync<AiOsException>(() => file.FetchAsync(Rig.Token));
        Assert.False(fault.IsTransient);
        Assert.Contains("20 MB", fault.Message, StringComparison.Ordinal);
    }

    private static ShownMessages Sent(SendOutcome outcome) => Assert.IsType<SendOutcome.Sent>(outcome).Messages;
}
