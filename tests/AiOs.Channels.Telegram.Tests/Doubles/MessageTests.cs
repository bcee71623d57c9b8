using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace AiOs.Channels.Telegram.Tests.Doubles;

public sealed class MessageTests
{
    private static readonly InlineKeyboardMarkup Yes = new(InlineKeyboardButton.WithCallbackData("Yes", "token-1"));

    [Fact]
    public async Task SendMessage_Html_IsReadAndKept()
    {
        await using var bot = await Bot.GreetedAsync();
        var sent = await bot.Client.SendMessage(Bot.OperatorId, " <b>Hi</b> &lt;you&gt; ", ParseMode.Html, replyMarkup: Yes, cancellationToken: Bot.Token);
        Assert.Equal("Hi <you>", sent.Text);
        Assert.Equal((MessageEntityType.Bold, 0, 2), (sent.Entities![0].Type, sent.Entities[0].Offset, sent.Entities[0].Length));
        var seen = bot.Server.Messages(Bot.OperatorId)[^1];
        Assert.Equal(("Hi <you>", true, ("Yes", "token-1")), (seen.Text, seen.FromBot, Assert.Single(seen.Buttons)));
        Assert.Equal("Html", Assert.Single(bot.Server.Calls)["parse_mode"]);
    }

    [Theory]
    [InlineData("<b>x", "Can't find end tag corresponding to start tag \"b\"")]
    [InlineData("x</b>", "Unexpected end tag at byte offset 1")]
    [InlineData("<b><i>x</b></i>", "Unmatched end tag at byte offset 7, expected \"</i>\", found \"</b>\"")]
    [InlineData("ä<script>x</script>", "Unsupported start tag \"script\" at byte offset 2")]
    [InlineData("a < b", "Unclosed start tag at byte offset 2")]
    [InlineData("<span>x</span>", "must have class \"tg-spoiler\"")]
    [InlineData("<a href=x>y</a>", "Expected quoted value")]
    [InlineData("<code><b>x</b></code>", "stands inside code")]
    public async Task SendMessage_BrokenHtml_IsRefusedWithTheReason(string html, string reason)
    {
        await using var bot = await Bot.GreetedAsync();
        var refused = await Assert.ThrowsAsync<ApiRequestException>(() => bot.Client.SendMessage(Bot.OperatorId, html, ParseMode.Html, cancellationToken: Bot.Token));
        Assert.Equal(400, refused.ErrorCode);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.Single(bot.Server.Messages(Bot.OperatorId));
    }

    [Fact]
    public async Task SendMessage_AtTheLimits_IsTakenAndOneOverRefused()
    {
        await using var bot = await Bot.GreetedAsync();
        await bot.Client.SendMessage(Bot.OperatorId, $"<b>{new string('x', 4096)}</b>", ParseMode.Html, cancellationToken: Bot.Token);
        await bot.Client.SendMessage(Bot.OperatorId, "x", replyMarkup: new InlineKeyboardMarkup(InlineKeyboardButton.WithCallbackData("y", new string('d', 64))), cancellationToken: Bot.Token);
        await RefusedAsync("message is too long", () => bot.Client.SendMessage(Bot.OperatorId, new string('x', 4097), cancellationToken: Bot.Token));
        await RefusedAsync("BUTTON_DATA_INVALID", () => bot.Client.SendMessage(Bot.OperatorId, "x", replyMarkup: new InlineKeyboardMarkup(InlineKeyboardButton.WithCallbackData("y", new string('ä', 33))), cancellationToken: Bot.Token));
        await RefusedAsync("message text is empty", () => bot.Client.SendMessage(Bot.OperatorId, "<b> </b>", ParseMode.Html, cancellationToken: Bot.Token));
        await RefusedAsync("caption is too long", () => bot.Client.SendDocument(Bot.OperatorId, InputFile.FromStream(new MemoryStream([1]), "a.txt"), new string('x', 1025), cancellationToken: Bot.Token));
        await RefusedAsync("chat not found", () => bot.Client.SendMessage(1, "x", cancellationToken: Bot.Token));
    }

    [Fact]
    public async Task EditMessage_SameDifferentAndGone_IsToldApart()
    {
        await using var bot = await Bot.GreetedAsync();
        var sent = await bot.Client.SendMessage(Bot.OperatorId, "one", replyMarkup: Yes, cancellationToken: Bot.Token);
        await RefusedAsync("message is not modified", () => bot.Client.EditMessageText(Bot.OperatorId, sent.Id, "one", replyMarkup: Yes, cancellationToken: Bot.Token));
        await bot.Client.EditMessageText(Bot.OperatorId, sent.Id, "two", cancellationToken: Bot.Token);
        var seen = bot.Server.Messages(Bot.OperatorId)[^1];
        Assert.Equal(("two", 0, 1), (seen.Text, seen.Buttons.Count, seen.Edits));
        await bot.Client.EditMessageReplyMarkup(Bot.OperatorId, sent.Id, Yes, cancellationToken: Bot.Token);
        Assert.Single(bot.Server.Messages(Bot.OperatorId)[^1].Buttons);
        await RefusedAsync("message can't be edited", () => bot.Client.EditMessageText(Bot.OperatorId, 1, "x", cancellationToken: Bot.Token));
        await bot.Client.DeleteMessage(Bot.OperatorId, sent.Id, Bot.Token);
        await RefusedAsync("message to edit not found", () => bot.Client.EditMessageText(Bot.OperatorId, sent.Id, "x", cancellationToken: Bot.Token));
        await RefusedAsync("message to delete not found", () => bot.Client.DeleteMessage(Bot.OperatorId, sent.Id, Bot.Token));
    }

    [Fact]
    public async Task SendMessage_ToStrangerOrBlocked_IsForbidden()
    {
        await using var bot = await Bot.StartAsync();
        Assert.Equal(403, (await Assert.ThrowsAsync<ApiRequestException>(() => bot.Client.SendMessage(Bot.OperatorId, "x", cancellationToken: Bot.Token))).ErrorCode);
        bot.Operator.Sends("/start");
        await bot.Client.SendMessage(Bot.OperatorId, "x", cancellationToken: Bot.Token);
        bot.Operator.Blocks();
        var blocked = await Assert.ThrowsAsync<ApiRequestException>(() => bot.Client.SendChatAction(Bot.OperatorId, ChatAction.Typing, cancellationToken: Bot.Token));
        Assert.Equal((403, "Forbidden: bot was blocked by the user"), (blocked.ErrorCode, blocked.Message));
        bot.Operator.Unblocks();
        await bot.Client.SendChatAction(Bot.OperatorId, ChatAction.Typing, cancellationToken: Bot.Token);
        Assert.Equal(2, (await bot.Client.GetUpdates(cancellationToken: Bot.Token)).Count(update => update.Type == UpdateType.MyChatMember));
    }

    [Fact]
    public async Task Topics_InAForum_HoldTheirMessages()
    {
        await using var bot = await Bot.StartAsync();
        var forum = bot.Server.Group("Studio", forum: true);
        var topic = await bot.Client.CreateForumTopic(forum, "Invoices", cancellationToken: Bot.Token);
        var sent = await bot.Client.SendMessage(forum, "here", messageThreadId: topic.MessageThreadId, cancellationToken: Bot.Token);
        Assert.Equal(topic.MessageThreadId, sent.MessageThreadId);
        await RefusedAsync("message thread not found", () => bot.Client.SendMessage(forum, "x", messageThreadId: 99, cancellationToken: Bot.Token));
    }

    [Fact]
    public async Task Commands_SetAndAsked_AreTheSame()
    {
        await using var bot = await Bot.StartAsync();
        await bot.Client.SetMyCommands([new BotCommand("today", "What waits for you")], cancellationToken: Bot.Token);
        Assert.Equal("today", Assert.Single(await bot.Client.GetMyCommands(cancellationToken: Bot.Token)).Command);
        await RefusedAsync("BOT_COMMAND_INVALID", () => bot.Client.SetMyCommands([new BotCommand("Today!", "x")], cancellationToken: Bot.Token));
    }

    [Fact]
    public async Task Tap_Answered_IsAnsweredOnce()
    {
        await using var bot = await Bot.GreetedAsync();
        var sent = await bot.Client.SendMessage(Bot.OperatorId, "one", replyMarkup: Yes, cancellationToken: Bot.Token);
        var (tap, number) = bot.Operator.Taps(sent.Id, "Yes");
        var query = (await bot.Client.GetUpdates(number, cancellationToken: Bot.Token)).Single().CallbackQuery!;
        Assert.Equal((tap, "token-1", Bot.OperatorId, sent.Id), (query.Id, query.Data, query.From.Id, query.Message!.Id));
        await bot.Client.AnswerCallbackQuery(tap, "Done", cancellationToken: Bot.Token);
        await RefusedAsync("query is too old", () => bot.Client.AnswerCallbackQuery(tap, cancellationToken: Bot.Token));
        Assert.Throws<InvalidOperationException>(() => bot.Operator.Taps(sent.Id, "No such button"));
    }

    private static async Task RefusedAsync(string reason, Func<Task> call)
    {
        var refused = await Assert.ThrowsAsync<ApiRequestException>(call);
        Assert.Equal(400, refused.ErrorCode);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }
}
