using AiOs.Contracts.Cards;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Chat.Places;
using AiOs.Testing.Chat;

namespace AiOs.Kernel.Tests.Chat;

/// <summary>Who may speak. An empty list is nobody, and ids are compared, never names.</summary>
public sealed class PairingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_WithTheCode_PairsWelcomesAndSurvivesARestart()
    {
        await using var desk = await ChatDesk.StartAsync(configured: false);
        var code = await desk.Pairing.NewCodeAsync(ChannelName.Telegram, Token);
        await desk.SayAsync("/start " + code);
        await desk.Harness.RestartAsync();

        Assert.Equal(10, code.Length);
        Assert.Equal(["You are the operator here."], desk.Titles);
        Assert.True(desk.Pairing.IsOperator(ChannelName.Telegram, ChatDesk.Operator));
        Assert.Equal(new PairedDevice(ChannelName.Telegram, ChatDesk.Operator, desk.Harness.Time.GetUtcNow()), Assert.Single(desk.Pairing.Devices));
        Assert.Equal(ChatDesk.Home, await desk.Harness.Process.Get<Homes>().FindAsync(ChannelName.Telegram, ChatDesk.Operator, Token));
        Assert.Empty(await desk.EventsAsync<MessageRefused>());
    }

    [Fact]
    public async Task Start_TheSameCodeTwice_PairsOnlyTheFirst()
    {
        await using var desk = await ChatDesk.StartAsync(configured: false);
        var code = await desk.Pairing.NewCodeAsync(ChannelName.Telegram, Token);
        await desk.SayAsync(code.ToLowerInvariant());
        await desk.HearAsync(desk.Message("/start " + code) with { Sender = "4712" });

        Assert.Equal(ChatDesk.Operator, Assert.Single(desk.Pairing.Devices).Sender);
        Assert.Single(desk.Chat.Said);
    }

    [Fact]
    public async Task Start_InAGroupOrPassedOn_PairsNobody()
    {
        await using var desk = await ChatDesk.StartAsync(configured: false);
        var code = await desk.Pairing.NewCodeAsync(ChannelName.Telegram, Token);
        await desk.HearAsync(desk.Message("/start " + code) with { IsPrivate = false });
        await desk.HearAsync(desk.Message("/start " + code) with { IsForwarded = true });

        Assert.Empty(desk.Pairing.Devices);
        Assert.Empty(desk.Chat.Said);

        await desk.SayAsync("/start " + code);

        Assert.Single(desk.Pairing.Devices);
    }

    [Fact]
    public async Task Start_AfterAnHourOrTenWrongTries_PairsNobody()
    {
        await using var desk = await ChatDesk.StartAsync(configured: false);
        var late = await desk.Pairing.NewCodeAsync(ChannelName.Telegram, Token);
        desk.Harness.Time.Advance(TimeSpan.FromHours(1));
        await desk.SayAsync("/start " + late);
        var guessed = await desk.Pairing.NewCodeAsync(ChannelName.Telegram, Token);
        for (var tried = 0; tried < 10; tried++)
        {
            await desk.HearAsync(desk.Message("/start WRONG" + tried) with { Sender = "6666" });
        }

        await desk.SayAsync("/start " + guessed);

        Assert.Empty(desk.Pairing.Devices);
        Assert.Empty(desk.Chat.Said);

        await desk.SayAsync("/start " + await desk.Pairing.NewCodeAsync(ChannelName.Telegram, Token));

        Assert.Single(desk.Pairing.Devices);
    }

    [Fact]
    public async Task Start_OfSomebodyKnown_IsWelcomedAndSpendsNothing()
    {
        await using var desk = await ChatDesk.StartAsync();
        var code = await desk.Pairing.NewCodeAsync(ChannelName.Telegram, Token);
        await desk.SayAsync("/start " + code);
        await desk.HearAsync(desk.Message("/start " + code) with { Sender = "4712", Place = "p-4712" });

        Assert.Equal(2, desk.Pairing.Devices.Count);
        Assert.Equal(["p-4711", "p-4712"], desk.Chat.Said.Select(said => said.Place));
    }

    [Fact]
    public async Task Code_OfAnotherChannelOrAReplacedOne_PairsNobody()
    {
        await using var desk = await ChatDesk.StartAsync(configured: false);
        var first = await desk.Pairing.NewCodeAsync(ChannelName.Telegram, Token);
        var teams = await desk.Pairing.NewCodeAsync(ChannelName.Teams, Token);
        await desk.Pairing.NewCodeAsync(ChannelName.Telegram, Token);
        await desk.SayAsync("/start " + first);
        await desk.SayAsync("/start " + teams);

        Assert.Empty(desk.Pairing.Devices);
        Assert.DoesNotContain(first, await desk.Harness.Process.Get<ICursors>().FindAsync("chat/telegram/pairing", Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stranger_WhateverIsSent_LeavesOneLineADayAndHearsNothing()
    {
        await using var desk = await ChatDesk.StartAsync();
        var fetched = 0;
        ChatFile file = new(ChatFileKind.Document, "a.pdf", "application/pdf", _ =>
        {
            fetched++;
            return Task.FromResult<ReadOnlyMemory<byte>>(new byte[] { 1 });
        });
        var item = await desk.Harness.ReceivedAsync();
        var card = await desk.ShowAsync(item);
        var approval = item.Approvals[0];
        foreach (var message in new[] { desk.Message("hello"), desk.Message("/freeze"), desk.Message("freeze everything"), desk.Message("yes", card), desk.Message("look") with { Files = [file] } })
        {
            await desk.HearAsync(message with { Sender = "4711 " });
        }

        var tapped = await desk.TapAsync(new CardTap.Decide(Contracts.Approvals.DecisionKind.Approve, approval.Id, approval.Digest, approval.Nonce!), sender: "4711 ");

        Assert.Equal((false, "Only the operator can decide this.", null), (tapped.Accepted, tapped.Sentence, tapped.Now));
        Assert.Equal("unknown-sender", Assert.Single(await desk.EventsAsync<MessageRefused>()).Code);
        Assert.Equal((0, 0), (desk.Chat.Said.Count, fetched));
        Assert.Empty(await desk.EventsAsync<ApprovalGranted>());
        Assert.Null(desk.Harness.Desk.FrozenBecause);

        desk.Harness.Time.Advance(TimeSpan.FromDays(1));
        await desk.HearAsync(desk.Message("still here") with { Sender = "4711 " });
        await desk.HearAsync(desk.Message("me too") with { Sender = "9999" });

        Assert.Equal(3, (await desk.EventsAsync<MessageRefused>()).Count);
    }

    [Fact]
    public async Task Revoked_FromThenOn_IsAStranger()
    {
        await using var desk = await ChatDesk.StartAsync();
        var code = await desk.Pairing.NewCodeAsync(ChannelName.Telegram, Token);
        await desk.HearAsync(desk.Message(code) with { Sender = "4712" });
        await desk.SayAsync("/devices revoke 2");
        await desk.HearAsync(desk.Message("/freeze") with { Sender = "4712" });
        await desk.SayAsync("/devices revoke 1");

        Assert.False(desk.Pairing.IsOperator(ChannelName.Telegram, "4712"));
        Assert.Equal(new DeviceRevoked(ChannelName.Telegram, "4712", ChannelName.Telegram, ChatDesk.Operator), Assert.Single(await desk.EventsAsync<DeviceRevoked>()));
        Assert.Null(desk.Harness.Desk.FrozenBecause);
        Assert.Contains("stands in the configuration", desk.Titles[^1], StringComparison.Ordinal);
        Assert.True(desk.Pairing.IsOperator(ChannelName.Telegram, ChatDesk.Operator));
    }

    [Fact]
    public async Task Revoked_WithTheCodeThatPairedThem_StaysRevoked()
    {
        await using var desk = await ChatDesk.StartAsync(configured: false);
        var code = await desk.Pairing.NewCodeAsync(ChannelName.Telegram, Token);
        await desk.SayAsync("/start " + code);
        var device = Assert.Single(desk.Pairing.Devices);
        Assert.True((await desk.Pairing.RevokeAsync(device.Channel, device.Sender, ChannelName.CommandLine, "operator", Token)).Accepted);
        await desk.SayAsync("/start " + code);

        Assert.Empty(desk.Pairing.Devices);
    }

    [Fact]
    public async Task Pair_AskedInAGroup_SaysNoCode()
    {
        await using var desk = await ChatDesk.StartAsync();
        await desk.HearAsync(desk.Message("/pair telegram") with { IsPrivate = false });
        await desk.SayAsync("/pair telegram");
        var code = Assert.IsType<CardBlock.Text>(Assert.Single(desk.Chat.Said[1].Note.Blocks)).Value;
        await desk.HearAsync(desk.Message(code) with { Sender = "4712" });

        Assert.Empty(desk.Chat.Said[0].Note.Blocks);
        Assert.True(desk.Pairing.IsOperator(ChannelName.Telegram, "4712"));
    }

    [Fact]
    public async Task Meet_OfSomebodyUnknown_KeepsNothing()
    {
        await using var desk = await ChatDesk.StartAsync();
        var homes = desk.Harness.Process.Get<Homes>();
        await desk.Conversation.MeetAsync(ChannelName.Telegram, "9999", "p-9999", Token);
        await desk.Conversation.MeetAsync(ChannelName.Telegram, ChatDesk.Operator, "p-new", Token);

        Assert.Null(await homes.FindAsync(ChannelName.Telegram, "9999", Token));
        Assert.Equal("p-new", await homes.FindAsync(ChannelName.Telegram, ChatDesk.Operator, Token));
    }
}
