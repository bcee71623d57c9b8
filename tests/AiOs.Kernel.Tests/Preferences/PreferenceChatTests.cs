using AiOs.Contracts.Context;
using AiOs.Contracts.Events;
using AiOs.Testing.Chat;

namespace AiOs.Kernel.Tests.Preferences;

/// <summary>Said in a chat, a preference counts once, is answered in one sentence, and is never taken from what answers a card.</summary>
public sealed class PreferenceChatTests
{
    [Fact]
    public async Task Sentence_InAChat_IsTakenOnceAndAnswered()
    {
        await using var desk = await ChatDesk.StartAsync();
        var message = desk.Message("Always close with Best, Jo.");
        await desk.HearAsync(message);
        await desk.Harness.CrashAsync();
        await desk.HearAsync(message);

        var learned = Assert.Single(await desk.EventsAsync<PreferenceLearned>());
        Assert.Equal((PreferenceKind.Closing, "en", "4711", "Best,\nJo"), (learned.Kind, learned.Language, learned.By, learned.Personal!.Value));
        Assert.Equal("prefer", Assert.Single(await desk.EventsAsync<CommandTaken>()).Name);
        Assert.Matches("^From now on I close English letters with “Best, Jo”\\. /unlearn p-[0-9]+ takes it back\\.$", Assert.Single(desk.Titles));
        Assert.Empty(await desk.ItemsAsync());
    }

    [Fact]
    public async Task Sentence_AsAReplyToACard_ChangesThatCardAlone()
    {
        await using var desk = await ChatDesk.StartAsync();
        var card = await desk.ShowAsync(await desk.Harness.ReceivedAsync());
        await desk.SayAsync("keep replies under 80 words", card);

        Assert.Empty(await desk.EventsAsync<PreferenceLearned>());
        Assert.Single(await desk.EventsAsync<ChangeRequested>());
    }

    [Fact]
    public async Task Sentence_WithAnAccount_IsRefusedAndNothingIsKept()
    {
        await using var desk = await ChatDesk.StartAsync();
        await desk.SayAsync("sign with Best, DE89 3704 0044 0532 0130 00");

        Assert.Empty(await desk.EventsAsync<PreferenceLearned>());
        Assert.Equal("A preference counts for every draft, so it can hold no address, link or figure; say it without.", Assert.Single(desk.Titles));
    }
}
