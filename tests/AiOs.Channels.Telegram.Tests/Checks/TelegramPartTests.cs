using AiOs.Channels.Telegram.Tests.Fakes;
using AiOs.Testing.Telegram;
using Telegram.Bot;

namespace AiOs.Channels.Telegram.Tests.Checks;

public sealed class TelegramPartTests
{
    [Fact]
    public async Task Check_Polled_SaysWhoAnswersAndTakesNothing()
    {
        await using var rig = await Rig.StartAsync();
        rig.Operator.Sends("waits");
        var found = await rig.Part.CheckAsync(Rig.Token);
        Assert.Equal((true, "@aios_test_bot answers and is polled; 1 updates wait."), (found.Ok, found.Sentence));
        Assert.Equal(1, rig.Server.WaitingUpdates);
    }

    [Fact]
    public async Task Check_WebhookSetWhilePolled_IsAFault()
    {
        await using var rig = await Rig.StartAsync();
        await Doubles.Bot.Connect(rig.Server.Address, TelegramDouble.Token).SetWebhook("https://old.example/hook", cancellationToken: Rig.Token);
        var found = await rig.Part.CheckAsync(Rig.Token);
        Assert.False(found.Ok);
        Assert.Contains("Channels:Telegram:Mode", found.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_WrongToken_NamesTheKeyAndNotTheToken()
    {
        await using var rig = await Rig.StartAsync(token: "99:wrong-token-000000000000000000000000");
        var found = await rig.Part.CheckAsync(Rig.Token);
        Assert.Equal((false, "Telegram does not take the bot token; check Channels:Telegram:BotToken."), (found.Ok, found.Sentence));
    }

    [Fact]
    public async Task Check_NobodyListens_SaysSo()
    {
        await using var rig = await Rig.StartAsync();
        await rig.Server.DisposeAsync();
        var found = await rig.Part.CheckAsync(Rig.Token);
        Assert.False(found.Ok);
        Assert.Contains("Channels:Telegram:BaseUrl", found.Sentence, StringComparison.Ordinal);
    }
}
