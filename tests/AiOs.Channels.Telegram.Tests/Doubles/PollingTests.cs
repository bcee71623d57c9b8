using AiOs.Testing.Telegram;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types.Enums;

namespace AiOs.Channels.Telegram.Tests.Doubles;

public sealed class PollingTests
{
    [Fact]
    public async Task GetMe_RightAndWrongToken_IsAnsweredAndRefused()
    {
        await using var bot = await Bot.StartAsync();
        Assert.Equal("aios_test_bot", (await bot.Client.GetMe(Bot.Token)).Username);
        var refused = await Assert.ThrowsAsync<ApiRequestException>(() => Bot.Connect(bot.Server.Address, "999:wrong-token-of-enough-length-0000000").GetMe(Bot.Token));
        Assert.Equal(401, refused.ErrorCode);
    }

    [Fact]
    public async Task GetUpdates_WithoutConfirming_BringsTheSameAgain()
    {
        await using var bot = await Bot.StartAsync();
        bot.Operator.Sends("one");
        bot.Operator.Sends("two");
        var first = await bot.Client.GetUpdates(cancellationToken: Bot.Token);
        var again = await bot.Client.GetUpdates(cancellationToken: Bot.Token);
        var rest = await bot.Client.GetUpdates(first[0].Id + 1, cancellationToken: Bot.Token);
        Assert.Equal(["one", "two"], first.Select(update => update.Message!.Text));
        Assert.Equal(first.Select(update => update.Id), again.Select(update => update.Id));
        Assert.Equal("two", Assert.Single(rest).Message!.Text);
        Assert.InRange(first[0].Message!.Date, DateTime.UnixEpoch.AddYears(50), DateTime.UnixEpoch.AddYears(200));
    }

    [Fact]
    public async Task GetUpdates_NothingThere_HoldsUntilSomethingComes()
    {
        await using var bot = await Bot.StartAsync();
        var poll = bot.Client.GetUpdates(timeout: 30, cancellationToken: Bot.Token);
        Assert.False(poll.IsCompleted);
        bot.Operator.Sends("now");
        Assert.Equal("now", Assert.Single(await poll).Message!.Text);
    }

    [Fact]
    public async Task GetUpdates_SecondPoller_EndsTheFirst()
    {
        await using var bot = await Bot.StartAsync();
        var arrived = new TaskCompletionSource();
        bot.Server.Next("getUpdates", new TelegramFault.Waits(arrived.Task));
        var first = bot.Client.GetUpdates(timeout: 30, cancellationToken: Bot.Token);
        var second = Bot.Connect(bot.Server.Address, TelegramDouble.Token).GetUpdates(timeout: 30, cancellationToken: Bot.Token);
        arrived.SetResult();
        // Whichever came last goes on; the other is told, and tells us which it was.
        var told = await Assert.ThrowsAsync<ApiRequestException>(async () => await await Task.WhenAny(first, second));
        bot.Operator.Sends("for the newer one");
        Assert.Equal(409, told.ErrorCode);
        Assert.Single(await (first.IsFaulted ? second : first));
    }

    [Fact]
    public async Task GetUpdates_WhileAWebhookIsSet_IsRefused()
    {
        await using var bot = await Bot.StartAsync();
        await bot.Client.SetWebhook("http://127.0.0.1:9/none", cancellationToken: Bot.Token);
        Assert.Equal(409, (await Assert.ThrowsAsync<ApiRequestException>(() => bot.Client.GetUpdates(cancellationToken: Bot.Token))).ErrorCode);
        await bot.Client.DeleteWebhook(cancellationToken: Bot.Token);
        Assert.Empty(await bot.Client.GetUpdates(cancellationToken: Bot.Token));
    }

    [Fact]
    public async Task GetUpdates_OnlySomeKinds_LeavesTheOthersOut()
    {
        await using var bot = await Bot.StartAsync();
        await bot.Client.GetUpdates(allowedUpdates: [UpdateType.CallbackQuery], cancellationToken: Bot.Token);
        bot.Operator.Sends("not wanted");
        Assert.Empty(await bot.Client.GetUpdates(cancellationToken: Bot.Token));
    }

    [Fact]
    public async Task Repeat_ConfirmedUpdate_ComesAgainWithItsNumber()
    {
        await using var bot = await Bot.StartAsync();
        var (_, number) = bot.Operator.Sends("once");
        Assert.Empty(await bot.Client.GetUpdates(number + 1, cancellationToken: Bot.Token));
        bot.Server.Repeat(number);
        Assert.Equal(number, Assert.Single(await bot.Client.GetUpdates(cancellationToken: Bot.Token)).Id);
    }
}
