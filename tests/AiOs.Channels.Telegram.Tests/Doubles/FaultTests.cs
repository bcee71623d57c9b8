using AiOs.Testing.Telegram;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace AiOs.Channels.Telegram.Tests.Doubles;

/// <summary>R6: each fault leaves the other side as it says, and the call without one is the control.</summary>
public sealed class FaultTests
{
    [Fact]
    public async Task Fault_None_SendsOnce() => Assert.Equal((1, 0, true), await OutcomeAsync(null));

    [Fact]
    public async Task Fault_BeforeItIsDone_SendsNothing()
    {
        Assert.Equal((0, 0, false), await OutcomeAsync(new TelegramFault.DropsBefore()));
        Assert.Equal((0, 429, false), await OutcomeAsync(TelegramFault.TooMany(3)));
        Assert.Equal((0, 502, false), await OutcomeAsync(new TelegramFault.Refuses(502, "Bad Gateway")));
    }

    [Fact]
    public async Task Fault_AfterItIsDone_HasSentOnce()
    {
        Assert.Equal((1, 0, true), await OutcomeAsync(new TelegramFault.DropsAfter()));
        Assert.Equal((1, 500, true), await OutcomeAsync(new TelegramFault.BreaksAfter(500)));
    }

    [Fact]
    public async Task Fault_TooMany_SaysHowLongToWait()
    {
        await using var bot = await Bot.GreetedAsync();
        bot.Server.Next("sendMessage", TelegramFault.TooMany(3));
        var refused = await Assert.ThrowsAsync<ApiRequestException>(() => bot.Client.SendMessage(Bot.OperatorId, "x", cancellationToken: Bot.Token));
        Assert.Equal(3, refused.Parameters!.RetryAfter);
    }

    [Fact]
    public async Task Fault_Waits_HoldsTheCallUntilReleased()
    {
        await using var bot = await Bot.GreetedAsync();
        var release = new TaskCompletionSource();
        bot.Server.Next("sendMessage", new TelegramFault.Waits(release.Task));
        var sending = bot.Client.SendMessage(Bot.OperatorId, "x", cancellationToken: Bot.Token);
        await bot.Client.GetMe(Bot.Token);
        Assert.False(sending.IsCompleted);
        Assert.Single(bot.Server.Messages(Bot.OperatorId));
        release.SetResult();
        await sending;
        Assert.Equal(2, bot.Server.Messages(Bot.OperatorId).Count);
    }

    /// <summary>How many messages are there, what status was answered, whether the double counts it as done.</summary>
    private static async Task<(int Sent, int Status, bool Applied)> OutcomeAsync(TelegramFault? fault)
    {
        await using var bot = await Bot.GreetedAsync();
        if (fault is not null)
        {
            bot.Server.Next("sendMessage", fault);
        }

        var failure = await Record.ExceptionAsync(() => bot.Client.SendMessage(Bot.OperatorId, "x", cancellationToken: Bot.Token));
        Assert.Equal(fault is not null, failure is not null);
        var call = Assert.Single(await bot.Server.CalledAsync(call => call.Method == "sendMessage", 1, Bot.Token));
        Assert.Equal(fault is null ? 200 : call.Status, call.Status);
        return (bot.Server.Messages(Bot.OperatorId).Count(message => message.FromBot), call.Status == 200 ? 0 : call.Status, call.Applied);
    }
}
