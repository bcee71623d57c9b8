using AiOs.Channels.Telegram.Tests.Fakes;
using AiOs.Contracts;
using AiOs.Testing.Cards;
using AiOs.Testing.Telegram;
using Microsoft.Extensions.Time.Testing;

namespace AiOs.Channels.Telegram.Tests.Security;

/// <summary>TRUST part 4: the token is in every address, and in no log and no exception.</summary>
public sealed class TokenTests
{
    [Fact]
    public async Task Token_EveryFault_IsInNoLogAndNoException()
    {
        var clock = new FakeTimeProvider();
        await using var rig = await Rig.GreetedAsync(clock);
        rig.Server.Next("deleteWebhook", new TelegramFault.DropsBefore());
        rig.Server.Next("getUpdates", new TelegramFault.Refuses(401, "Unauthorized"));
        rig.Server.Next("getUpdates", new TelegramFault.Refuses(409, "Conflict"));
        rig.Server.Next("getUpdates", new TelegramFault.DropsAfter());
        rig.Server.Next("getFile", new TelegramFault.DropsBefore());
        var update = rig.Operator.SendsDocument("a.txt", [1], "text/plain").Update;
        await rig.PollAsync();
        await clock.UntilAsync(rig.ConfirmedAsync(update), TimeSpan.FromSeconds(1));
        var file = rig.Conversation.Heard.Single().Files[0];
        var texts = new List<string> { (await Assert.ThrowsAsync<AiOsException>(() => file.FetchAsync(Rig.Token))).ToString() };
        await rig.Server.DisposeAsync();
        texts.Add((await Assert.ThrowsAsync<AiOsException>(() => file.FetchAsync(Rig.Token))).ToString());
        texts.Add((await Assert.ThrowsAsync<AiOsException>(() => rig.Channel.SendAsync("4711", SomeCards.Waiting, null, Rig.Token))).ToString());
        Assert.True(rig.Log.All.Count >= 4);
        var secret = TelegramDouble.Token.Split(':')[1];
        Assert.All(texts.Concat(rig.Log.All), text => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }
}
