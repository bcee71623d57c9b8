using AiOs.Contracts.Desk;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Kernel.Journal.Chain;
using AiOs.Kernel.Journal.Sealing;
using AiOs.Kernel.Tests.Support;
using AiOs.Testing;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.WorkItems;

public sealed class InboxTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Receive_SameAgain_IsOneWorkItem()
    {
        await using var harness = await KernelHarness.StartAsync();
        var first = await harness.ReceiveAsync(Some.Mail());
        var second = await harness.ReceiveAsync(Some.Mail());

        Assert.Equal(new Receipt(first.WorkItem, Repeated: true), second);
        Assert.Equal(2, harness.Store.Commits().Count);
    }

    [Fact]
    public async Task Receive_SameAfterARestart_IsOneWorkItem()
    {
        await using var harness = await KernelHarness.StartAsync();
        var first = await harness.ReceiveAsync(Some.Mail());
        await harness.RestartAsync();
        await harness.DecideAsync((await harness.ViewAsync(first.WorkItem)).Approvals[0], Contracts.Approvals.DecisionKind.Approve);

        Assert.Equal(new Receipt(first.WorkItem, Repeated: true), await harness.ReceiveAsync(Some.Mail()));
        Assert.Single(harness.Mail.Done);
    }

    [Fact]
    public async Task Receive_SameTwiceInOneBatch_IsOneWorkItem()
    {
        await using var harness = await KernelHarness.StartAsync();
        var writer = new HeldWriter(harness.Store);
        var blocker = harness.ReceiveAsync(Some.Mail(99));
        await writer.Entered;
        var receipts = Enumerable.Range(0, 6).Select(number => harness.ReceiveAsync(Some.Mail(number / 3))).ToArray();
        writer.Release();
        await blocker;
        var taken = await Task.WhenAll(receipts);

        Assert.Equal(2, taken.Count(receipt => !receipt.Repeated));
        Assert.Equal(2, taken.Select(receipt => receipt.WorkItem).Distinct().Count());
        Assert.Equal(3, harness.Store.Batches);
    }

    [Theory]
    [InlineData("From: anna", true)]
    [InlineData("", false)]
    public async Task Receive_SameKeyOnAnotherChannel_IsTheSameOnlyForMail(string raw, bool repeated)
    {
        await using var harness = await KernelHarness.StartAsync();
        await harness.ReceiveAsync(Some.Mail(raw: raw));

        Assert.Equal(repeated, (await harness.ReceiveAsync(Some.Mail(raw: raw) with { Channel = ChannelName.Web })).Repeated);
    }

    [Fact]
    public async Task Receive_LargeWithFiles_KeepsThemSealedAndOnce()
    {
        await using var harness = await KernelHarness.StartAsync();
        var mail = Some.Mail(raw: new string('x', 20_000), files: new InboundFile("a.pdf", "application/pdf", "the file"u8.ToArray()));
        var item = await harness.ReceivedAsync(mail);
        await harness.ReceiveAsync(mail);
        var file = Assert.Single(item.Message!.Attachments);
        var key = await harness.Process.Journal.FindKeyAsync(StreamId.Of(item.Id), Token);
        var opened = Vault.Unseal(key!, harness.Blobs.All[file.Blob!.Sha256], System.Text.Encoding.UTF8.GetBytes(file.Blob.Key.Value));

        Assert.Equal(2, harness.Blobs.All.Count);
        Assert.Equal("the file"u8.ToArray(), opened);
        Assert.Equal(8L, file.Size);
    }

    [Fact]
    public async Task Refuse_WhatCannotBeRead_LeavesOneLine()
    {
        await using var harness = await KernelHarness.StartAsync();
        await harness.Process.Inbox.RefuseAsync(ChannelName.Mail, "truncated", 123, "<1@berg.example>", Token);
        await harness.Process.Inbox.RefuseAsync(ChannelName.Mail, "truncated", 123, "<1@berg.example>", Token);
        var read = CommitReader.Read(harness.Store.Commits()[^1], key: null);
        var refused = Assert.IsType<MessageRefused>(Assert.Single(read.Events));

        Assert.Equal(2, harness.Store.Commits().Count);
        Assert.Equal((ChannelName.Mail, "truncated", 123L), (refused.Channel, refused.Code, refused.Bytes));
        Assert.False((await harness.ReceiveAsync(Some.Mail())).Repeated);
    }

    [Fact]
    public async Task Receive_StoreFull_IsNotAcknowledgedAndLaterTaken()
    {
        await using var harness = await KernelHarness.StartAsync();
        harness.Store.IsFull = true;
        var fault = await Assert.ThrowsAsync<Contracts.AiOsException>(() => harness.ReceiveAsync(Some.Mail()));
        harness.Store.IsFull = false;

        Assert.True(fault.IsTransient);
        Assert.Single(harness.Store.Commits());
        Assert.False((await harness.ReceiveAsync(Some.Mail())).Repeated);
    }
}
