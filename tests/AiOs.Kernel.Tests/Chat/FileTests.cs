using System.Text;
using AiOs.Contracts;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Events;
using AiOs.Contracts.Messages;
using AiOs.Testing;
using AiOs.Testing.Chat;

namespace AiOs.Kernel.Tests.Chat;

/// <summary>Files: a mail is somebody else's, words under a file are the operator's, and speech is written down.</summary>
public sealed class FileTests
{
    private const string Mail = "From: Anna <anna@berg.example>\r\nTo: me@example.org\r\nSubject: Hello\r\nMessage-ID: <9@berg.example>\r\nDate: Fri, 20 Nov 2026 09:30:00 +0100\r\n\r\nWhat does a week cost?\r\n";

    [Fact]
    public async Task Mail_InAFile_IsAMailOfItsSenderHoweverOftenItComes()
    {
        await using var desk = await ChatDesk.StartAsync();
        var message = desk.Message(null) with { Files = [File("mail.eml", "message/rfc822", Mail)] };
        await desk.HearAsync(message);
        await desk.Harness.CrashAsync();
        await desk.HearAsync(message);
        await desk.HearAsync(desk.Message(null) with { Files = message.Files });
        var item = Assert.Single(await desk.ItemsAsync());

        Assert.Equal((Authority.External, "anna@berg.example", "Hello"), (item.Authority, item.Message!.Sender!.Address, item.Message.Subject));
        Assert.Equal(message.Message, item.Message.Chat!.Message);
    }

    [Fact]
    public async Task Mail_ThatCannotBeRead_IsSaidAndJournalled()
    {
        await using var desk = await ChatDesk.StartAsync();
        await desk.HearAsync(desk.Message(null) with { Files = [File("mail.eml", "message/rfc822", string.Empty)] });

        Assert.Single(await desk.EventsAsync<MessageRefused>());
        Assert.Single(desk.Chat.Said);
        Assert.Empty(await desk.ItemsAsync());
    }

    [Theory]
    [InlineData("Pay this.", "Pay this.")]
    [InlineData(null, "A photo came without words.")]
    public async Task Photo_WithOrWithoutWords_IsAnAttachment(string? caption, string text)
    {
        await using var desk = await ChatDesk.StartAsync();
        await desk.HearAsync(desk.Message(caption) with { Files = [File("../pay DE12.jpg", "image/jpeg", "x", ChatFileKind.Photo)] });
        var item = Assert.Single(await desk.ItemsAsync());

        Assert.Equal((Authority.Operator, text), (item.Authority, item.Message!.Text));
        Assert.Equal(("pay DE12.jpg", 1L), (item.Message.Attachments[0].Name, item.Message.Attachments[0].Size));
        Assert.NotNull(item.Message.Attachments[0].Blob);
    }

    [Fact]
    public async Task File_ThatCannotBeFetched_IsOneSentence()
    {
        await using var desk = await ChatDesk.StartAsync();
        var message = desk.Message("look") with { Files = [new ChatFile(ChatFileKind.Document, "a.zip", "application/zip", _ => throw new AiOsException("The file is larger than 20 MB."))] };
        await desk.HearAsync(message);
        await desk.Harness.CrashAsync();
        await desk.HearAsync(message);

        Assert.Equal("The file is larger than 20 MB. Nothing was done; send it again.", Assert.Single(desk.Titles));
        Assert.Empty(await desk.ItemsAsync());
    }

    [Fact]
    public async Task Voice_WithoutATranscriber_SaysWhatToDo()
    {
        await using var desk = await ChatDesk.StartAsync();
        await desk.HearAsync(desk.Message(null) with { Files = [File("voice.ogg", "audio/ogg", "x", ChatFileKind.Voice)] });

        Assert.Contains("Type it, please", Assert.Single(desk.Titles), StringComparison.Ordinal);
        Assert.Equal("told", Assert.Single(await desk.EventsAsync<MessageRouted>()).Via);
    }

    [Fact]
    public async Task Voice_WrittenDown_IsShownAndTheOperatorsWords()
    {
        await using var desk = await ChatDesk.StartAsync(transcriber: new Said("Ask Anna for the invoice."));
        await desk.HearAsync(desk.Message(null) with { Files = [File("voice.ogg", "audio/ogg", "x", ChatFileKind.Voice)] });

        Assert.Contains(new CardBlock.Quote("You", "Ask Anna for the invoice."), desk.Chat.Said[0].Note.Blocks);
        Assert.Equal(Authority.Operator, Assert.Single(await desk.ItemsAsync()).Authority);
    }

    [Fact]
    public async Task Voice_ASpokenYes_ApprovesNothing()
    {
        await using var desk = await ChatDesk.StartAsync(transcriber: new Said("Yes."));
        var card = await desk.ShowAsync(await desk.Harness.ReceivedAsync());
        await desk.HearAsync(desk.Message(null, card) with { Files = [File("voice.ogg", "audio/ogg", "x", ChatFileKind.Voice)] });

        Assert.Empty(desk.Harness.Mail.Calls);
        Assert.Contains("A spoken yes approves nothing", desk.Titles[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_OfWhatOpenedAWorkItem_ChangesItWhileItIsOpen()
    {
        await using var desk = await ChatDesk.StartAsync();
        desk.Harness.Agent.Write = Some.Reply;
        var message = await desk.SayAsync("Ask Anna for the invoice.");
        await desk.HearAsync(message with { IsEdit = true, DedupeKey = "edit-1", Text = "Ask Ben for the invoice." });
        var item = Assert.Single(await desk.ItemsAsync());
        await desk.TapAsync(new CardTap.Decide(Contracts.Approvals.DecisionKind.Reject, item.Approvals[^1].Id, item.Approvals[^1].Digest, item.Approvals[^1].Nonce!));
        await desk.HearAsync(message with { IsEdit = true, DedupeKey = "edit-2", Text = "Ask Carla." });
        await desk.HearAsync(message with { IsEdit = true, DedupeKey = "edit-2", Text = "Ask Carla." });
        await desk.HearAsync(desk.Message("/freeze") with { IsEdit = true });

        Assert.Equal(("edit", "Ask Ben for the invoice."), (await desk.EventsAsync<ChangeRequested>()) is [var changed] ? (changed.Via, changed.Personal!.Text) : default);
        Assert.Contains("Your change came too late", desk.Titles[0], StringComparison.Ordinal);
        Assert.Equal(2, desk.Titles.Count);
        Assert.Null(desk.Harness.Desk.FrozenBecause);
        Assert.Equal(WorkItemState.Rejected, Assert.Single(await desk.ItemsAsync()).State);
    }

    private static ChatFile File(string name, string type, string text, ChatFileKind kind = ChatFileKind.Document) =>
        new(kind, name, type, _ => Task.FromResult<ReadOnlyMemory<byte>>(Encoding.UTF8.GetBytes(text)));

    private sealed class Said(string words) : ITranscriber
    {
        public Task<string?> TranscribeAsync(string name, string mediaType, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => Task.FromResult<string?>(words);
    }
}
