using AiOs.Channels.Telegram.Tests.Fakes;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Chat;
using AiOs.Testing.Cards;
using AiOs.Testing.Telegram;
using Microsoft.Extensions.Time.Testing;
using Telegram.Bot;

namespace AiOs.Channels.Telegram.Tests.Sending;

/// <summary>Cards and notes through the real client.</summary>
public sealed class ChannelTests
{
    private static readonly string Home = Rig.OperatorId.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Long => string.Join('\n', Enumerable.Range(0, 400).Select(static line => $"Line {line} of a long letter that fills messages."));

    private static byte[] Png => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    [Fact]
    public async Task Send_Card_StandsThereWithItsButtonsUnderTheMessageItAnswers()
    {
        await using var rig = await Rig.StartAsync();
        var asked = rig.Operator.Sends("please").Message;
        var sent = Sent(await rig.Channel.SendAsync(Home, SomeCards.Waiting, $"{asked}", Rig.Token));
        var message = Only(rig, sent.Last);
        Assert.Equal(["Approve", "Reject", "Change…", "Why?"], message.Buttons.Select(static button => button.Label));
        Assert.All(message.Buttons, static button => Assert.NotNull(CardToken.Read(button.Data)));
        var call = Assert.Single(rig.Server.Calls, static call => call.Method == "sendMessage");
        Assert.Equal("""{"message_id":1,"allow_sending_without_reply":true}""", call["reply_parameters"].Replace(" ", string.Empty, StringComparison.Ordinal).ReplaceLineEndings(string.Empty));
        Assert.True((bool)call.Fields["link_preview_options"]!["is_disabled"]!);
        Assert.Empty(sent.Earlier);
    }

    [Fact]
    public async Task Send_TheAnsweredMessageIsGone_StandsThereAllTheSame()
    {
        await using var rig = await Rig.GreetedAsync();
        Sent(await rig.Channel.SendAsync(Home, SomeCards.Waiting, "999", Rig.Token));
    }

    [Fact]
    public async Task Send_LongCard_ShowsAllOfItBeforeTheButtons()
    {
        var clock = new FakeTimeProvider();
        await using var rig = await Rig.GreetedAsync(clock);
        var sent = Sent(await clock.UntilAsync(rig.Channel.SendAsync(Home, LongCard(), null, Rig.Token), TimeSpan.FromMilliseconds(100)));
        var shown = rig.Server.Messages(Rig.OperatorId).Where(static message => message.FromBot).ToList();
        Assert.True(sent.Earlier.Count >= 4);
        Assert.Equal([.. sent.Earlier, sent.Last], shown.Select(static message => $"{message.Id}"));
        Assert.All(shown.SkipLast(1), static message => Assert.Empty(message.Buttons));
        Assert.NotEmpty(shown[^1].Buttons);
        Assert.Contains("Line 399 ", string.Concat(shown.Select(static message => message.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_MoreThanTheBurst_KeepsThePace()
    {
        var clock = new FakeTimeProvider();
        await using var rig = await Rig.GreetedAsync(clock);
        await clock.UntilAsync(rig.Channel.SendAsync(Home, LongCard(), null, Rig.Token), TimeSpan.FromMilliseconds(50));
        var times = rig.Server.Calls.Where(static call => call.Method == "sendMessage").Select(static call => call.At).ToList();
        Assert.True(times.Count >= 5);
        Assert.True(times[^1] - times[0] >= TimeSpan.FromSeconds(times.Count - 4));
    }

    [Fact]
    public async Task Send_CardWithPicture_SendsItBeforeTheLastMessage()
    {
        await using var rig = await Rig.GreetedAsync();
        var sent = Sent(await rig.Channel.SendAsync(Home, SomeCards.Waiting with { Blocks = [new CardBlock.Image("Money by week", Png)] }, null, Rig.Token));
        Assert.Equal(["sendPhoto", "sendMessage"], rig.Server.Calls.Select(static call => call.Method));
        Assert.Equal(Png.Length, rig.Server.Calls[0].Files.Values.Single());
        Assert.Single(sent.Earlier);
        Assert.Contains("Money by week", Only(rig, sent.Last).Text, StringComparison.Ordinal);
        var again = Sent(await rig.Channel.RewriteAsync(sent, SomeCards.Done with { Blocks = [new CardBlock.Image("Money by week", Png)] }, Rig.Token));
        Assert.Equal((sent.Place, sent.Last), (again.Place, again.Last));
        Assert.Equal(["sendPhoto", "sendMessage", "editMessageText"], rig.Server.Calls.Select(static call => call.Method));
    }

    [Fact]
    public async Task Send_PictureRefused_TheWordsStillCome()
    {
        await using var rig = await Rig.GreetedAsync();
        rig.Server.Next("sendPhoto", new TelegramFault.Refuses(400, "Bad Request: PHOTO_INVALID_DIMENSIONS"));
        var sent = Sent(await rig.Channel.SendAsync(Home, SomeCards.Waiting with { Blocks = [new CardBlock.Image("Money by week", Png)] }, null, Rig.Token));
        Assert.Empty(sent.Earlier);
    }

    [Fact]
    public async Task Send_ToATopic_StandsInIt()
    {
        await using var rig = await Rig.StartAsync();
        var group = rig.Server.Group("Work", forum: true);
        var topic = (await Doubles.Bot.Connect(rig.Server.Address, TelegramDouble.Token).CreateForumTopic(group, "Invoices", cancellationToken: Rig.Token)).MessageThreadId;
        var sent = Sent(await rig.Channel.SendAsync($"{group}/{topic}", SomeCards.Waiting, null, Rig.Token));
        Assert.Equal($"{group}/{topic}", sent.Place);
        Assert.Equal(topic, rig.Server.Messages(group)[^1].Topic);
    }

    [Fact]
    public async Task Rewrite_Card_ChangesItWhereItStands()
    {
        await using var rig = await Rig.GreetedAsync();
        var sent = Sent(await rig.Channel.SendAsync(Home, SomeCards.Waiting, null, Rig.Token));
        var again = Sent(await rig.Channel.RewriteAsync(sent, SomeCards.Done, Rig.Token));
        Assert.Equal(sent, again);
        Assert.Equal(["Undo", "Why?"], Only(rig, sent.Last).Buttons.Select(static button => button.Label));
        Assert.Single(rig.Server.Messages(Rig.OperatorId), static message => message.FromBot);
    }

    [Fact]
    public async Task Rewrite_AsItStands_IsSuccess()
    {
        await using var rig = await Rig.GreetedAsync();
        var sent = Sent(await rig.Channel.SendAsync(Home, SomeCards.Waiting, null, Rig.Token));
        Assert.Equal(sent, Sent(await rig.Channel.RewriteAsync(sent, SomeCards.Waiting, Rig.Token)));
        Assert.Equal(400, rig.Server.Calls[^1].Status);
    }

    [Fact]
    public async Task Rewrite_NeedsMoreMessages_ShowsAllBelowAndTakesTheOldButtons()
    {
        var clock = new FakeTimeProvider();
        await using var rig = await Rig.GreetedAsync(clock);
        var sent = Sent(await rig.Channel.SendAsync(Home, SomeCards.Waiting, null, Rig.Token));
        var again = Sent(await clock.UntilAsync(rig.Channel.RewriteAsync(sent, LongCard(), Rig.Token), TimeSpan.FromMilliseconds(100)));
        Assert.NotEqual(sent.Last, again.Last);
        Assert.Empty(Only(rig, sent.Last).Buttons);
        Assert.NotEmpty(Only(rig, again.Last).Buttons);
        Assert.True(again.Earlier.Count >= 4);
    }

    [Fact]
    public async Task Rewrite_NeedsFewerMessages_LeavesNoStalePart()
    {
        var clock = new FakeTimeProvider();
        await using var rig = await Rig.GreetedAsync(clock);
        var sent = Sent(await clock.UntilAsync(rig.Channel.SendAsync(Home, LongCard(), null, Rig.Token), TimeSpan.FromMilliseconds(100)));
        await clock.UntilAsync(rig.Channel.RewriteAsync(sent, SomeCards.Done, Rig.Token), TimeSpan.FromMilliseconds(100));
        Assert.All(sent.Earlier, id => Assert.Equal("This part is no longer needed.", Only(rig, id).Text));
        Assert.Contains("Done", Only(rig, sent.Last).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Say_LongNote_IsCutIntoMessagesAndNothingIsLeftOut()
    {
        var clock = new FakeTimeProvider();
        await using var rig = await Rig.GreetedAsync(clock);
        var sent = Sent(await clock.UntilAsync(rig.Channel.SayAsync(Home, new ChatNote("All of it", [new CardBlock.Text(Long)]), null, Rig.Token), TimeSpan.FromMilliseconds(100)));
        var text = string.Join('\n', rig.Server.Messages(Rig.OperatorId).Where(static message => message.FromBot).Select(static message => message.Text));
        Assert.All(Enumerable.Range(0, 400), line => Assert.Contains($"Line {line} of", text, StringComparison.Ordinal));
        Assert.True(sent.Earlier.Count >= 4);
    }

    [Fact]
    public async Task Say_WantsReply_OpensTheFieldForIt()
    {
        await using var rig = await Rig.GreetedAsync();
        var sent = Sent(await rig.Channel.SayAsync(Home, new ChatNote("What rate applies?", []) { WantsReply = true }, "1", Rig.Token));
        var markup = rig.Server.Calls[^1].Fields["reply_markup"]!.AsObject();
        Assert.True((bool)markup["force_reply"]!);
        Assert.Equal("Your answer", (string?)markup["input_field_placeholder"]);
        Assert.IsType<SendOutcome.MessageGone>(await rig.Channel.RewriteAsync(sent, new ChatNote("Thanks", []), Rig.Token));
    }

    [Fact]
    public async Task Say_WithButtons_CarriesThemAndCanBeRewritten()
    {
        await using var rig = await Rig.GreetedAsync();
        var note = new ChatNote("Where does it belong?", []) { Buttons = [new CardButton("Something new", new CardTap.Route(new(Guid.Parse("0199c0de-3333-7000-8000-000000000001")), null), null)], WantsReply = true };
        var sent = Sent(await rig.Channel.SayAsync(Home, note, null, Rig.Token));
        Assert.Equal(["Something new"], Only(rig, sent.Last).Buttons.Select(static button => button.Label));
        Sent(await rig.Channel.RewriteAsync(sent, new ChatNote("It is something new.", []), Rig.Token));
        Assert.Empty(Only(rig, sent.Last).Buttons);
    }

    [Fact]
    public async Task ShowTyping_NothingWaits_IsShownAndElseLeftOut()
    {
        var clock = new FakeTimeProvider();
        await using var rig = await Rig.GreetedAsync(clock);
        await rig.Channel.ShowTypingAsync(Home, Rig.Token);
        Assert.Equal(["sendChatAction"], rig.Server.Calls.Select(static call => call.Method));
        var sending = rig.Channel.SendAsync(Home, LongCard(), null, Rig.Token);
        await rig.Channel.ShowTypingAsync(Home, Rig.Token);
        await clock.UntilAsync(sending, TimeSpan.FromMilliseconds(100));
        Assert.Single(rig.Server.Calls, static call => call.Method == "sendChatAction");
    }

    [Theory]
    [InlineData("4711", "4711")]
    [InlineData("-5", null)]
    [InlineData("anna", null)]
    public async Task HomeOf_Sender_IsTheirOwnChat(string sender, string? home)
    {
        await using var rig = await Rig.StartAsync();
        Assert.Equal(home, rig.Channel.HomeOf(sender));
    }

    private static Card LongCard() => SomeCards.Waiting with { Blocks = [new CardBlock.Quote("The letter", Long)] };

    private static ShownMessages Sent(SendOutcome outcome) => Assert.IsType<SendOutcome.Sent>(outcome).Messages;

    private static TelegramSent Only(Rig rig, string id) => Assert.Single(rig.Server.Messages(Rig.OperatorId), message => $"{message.Id}" == id);
}
