using AiOs.Contracts.Chat;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Chat.Places;
using AiOs.Kernel.Tests.Sharing;
using AiOs.Testing.Chat;

namespace AiOs.Kernel.Tests.Chat.Boards;

/// <summary>That a message is worked on is shown, and never said twice.</summary>
public sealed class NoteTests
{
    private static readonly ChatMessage Message = new() { Channel = ChannelName.Telegram, Sender = "anna", Place = BoardStage.Anna, IsPrivate = true, Message = "q1", DedupeKey = "q1", Text = "Answer Anna" };

    [Fact]
    public async Task Begin_ShortWork_ShowsTypingAndSaysNothing()
    {
        await using var stage = await BoardStage.StartAsync("anna");
        await using (Begin(stage))
        {
            await stage.UntilAsync(() => stage.Channel.Typed == 1);
        }

        await stage.SettleAsync();
        Assert.Equal((1, 0), (stage.Channel.Typed, stage.Channel.Calls.Count));
    }

    [Fact]
    public async Task Begin_LongWork_TypesOnAndTheCardTakesTheNotesPlace()
    {
        await using var stage = await BoardStage.StartAsync("anna");
        await using (Begin(stage))
        {
            await stage.UntilAsync(() => stage.Channel.Typed == 3);
            Assert.Equal(("say", "Working on it…", "q1"), Of(Assert.Single(stage.Channel.Calls)));
            await stage.Harness.ReceivedAsync(BoardStage.Typed(BoardStage.Anna));
        }

        await stage.UntilAsync(() => stage.Channel.Rewritten.Count == 1);
        await stage.Harness.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(["say", "rewrite"], stage.Channel.Calls.Select(call => call.Kind));
        Assert.Equal("m1", stage.Channel.Rewritten[0].Message);
        Assert.Equal(3, stage.Channel.Typed);
    }

    [Fact]
    public async Task Begin_NoCardComesOfIt_SaysInTheEndThatNothingGoesOnHere()
    {
        await using var stage = await BoardStage.StartAsync("anna");
        await using (Begin(stage))
        {
            await stage.UntilAsync(() => stage.Channel.Calls.Count == 1);
        }

        await stage.UntilAsync(() => stage.Channel.Calls.Count == 2, TimeSpan.FromMinutes(1));
        await stage.Harness.ReceivedAsync(BoardStage.Typed(BoardStage.Anna));
        await stage.UntilAsync(() => stage.Channel.Sent.Count == 1);

        Assert.Equal(["say", "resay", "send"], stage.Channel.Calls.Select(call => call.Kind));
        Assert.StartsWith("No longer working on this.", stage.Channel.Calls[1].Note!.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Begin_ChannelFails_ChangesNothing()
    {
        await using var stage = await BoardStage.StartAsync("anna");
        stage.Channel.Answer = call => call.Kind is "say" or "typing" ? throw ScriptedChannel.Transient : null;
        await using (Begin(stage))
        {
            await stage.UntilAsync(() => stage.Channel.Calls.Count == 1);
            await stage.Harness.ReceivedAsync(BoardStage.Typed(BoardStage.Anna));
        }

        await stage.UntilAsync(() => stage.Channel.Sent.Count == 1);
        Assert.Equal("q1", stage.Channel.Sent[0].ReplyTo);
    }

    [Fact]
    public async Task Begin_SameMessageTwice_SaysItOnce()
    {
        await using var stage = await BoardStage.StartAsync("anna");
        await using (Begin(stage))
        {
            await using (Begin(stage))
            {
                await stage.SettleAsync();
            }

            Assert.Single(stage.Channel.Calls);
            await stage.Harness.ReceivedAsync(BoardStage.Typed(BoardStage.Anna));
            await stage.UntilAsync(() => stage.Channel.Rewritten.Count == 1);
        }
    }

    private static IAsyncDisposable Begin(BoardStage stage) => stage.Harness.Process.Get<ICardPlaces>().Begin(stage.Channel, Message);

    private static (string Kind, string? Title, string? ReplyTo) Of(ChannelCall call) => (call.Kind, call.Note?.Title, call.ReplyTo);
}
