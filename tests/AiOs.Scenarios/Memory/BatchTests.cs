using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;
using AiOs.Testing;
using AiOs.Testing.Kernel;

namespace AiOs.Scenarios.Memory;

/// <summary>What can wait is journalled and acknowledged at once, and drafted with the next batch, whoever restarts meanwhile.</summary>
public sealed class BatchTests
{
    private static readonly TimeSpan Ten = TimeSpan.FromMinutes(10);
    private static readonly Mailbox News = new("News", "news@letters.example");

    [Fact]
    public async Task Newsletter_ByMail_WaitsForTheBatchAlsoOverARestart()
    {
        // The clock stands at 13:19.
        await using var harness = await Learner.StartAsync(batch: Ten);
        var item = await harness.ReceivedAsync(Newsletter());
        Assert.Equal((WorkItemState.Working, Category.Newsletter), (item.State, item.Intent!.Category));
        Assert.Empty(item.Card.Blocks.OfType<Contracts.Cards.CardBlock.Quote>());

        await harness.TickAsync(TimeSpan.FromSeconds(50));
        Assert.Equal(WorkItemState.Working, (await harness.ViewAsync(item.Id)).State);
        await harness.RestartAndRebuildAsync();
        Assert.Equal(WorkItemState.Working, (await harness.ViewAsync(item.Id)).State);
        await harness.TickAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(WorkItemState.Done, (await harness.ViewAsync(item.Id)).State);
    }

    [Fact]
    public async Task Newsletter_WithoutBatches_IsDraftedAtOnce()
    {
        await using var harness = await Learner.StartAsync();

        Assert.Equal(WorkItemState.Done, (await harness.ReceivedAsync(Newsletter())).State);
    }

    [Fact]
    public async Task Newsletter_HandedOverOrOfAVip_DoesNotWait()
    {
        await using var harness = await Learner.StartAsync(batch: Ten);
        var handed = Newsletter() with { Channel = ChannelName.Web };
        var forwarded = Newsletter();
        forwarded = forwarded with { Content = forwarded.Content with { Forwarder = Some.Anna } };

        Assert.Equal(WorkItemState.Done, (await harness.ReceivedAsync(handed)).State);
        Assert.Equal(WorkItemState.Done, (await harness.ReceivedAsync(forwarded)).State);
        await harness.WriteAsync(new RecordId("client", "letters"), "vip", "yes", Provenance.External, News.Address);
        Assert.Equal(WorkItemState.Working, (await harness.ReceivedAsync(Newsletter())).State);
        await harness.WriteAsync(new RecordId("client", "letters"), "vip", "yes", Provenance.Operator, News.Address);
        Assert.Equal(WorkItemState.Done, (await harness.ReceivedAsync(Newsletter())).State);
    }

    [Fact]
    public async Task Newsletter_CorrectedWhileItWaits_IsDraftedAtOnce()
    {
        await using var harness = await Learner.StartAsync(batch: Ten);
        var item = await harness.ReceivedAsync(Newsletter());

        var said = await harness.Corrections().CorrectAsync(item.Id, Category.ContentIdea, ChannelName.Web, Some.Operator, CancellationToken.None);

        Assert.NotEqual(WorkItemState.Working, said.Item!.State);
        Assert.NotEmpty(said.Item.Effects);
    }

    private static InboundMessage Newsletter()
    {
        var mail = Learner.Mail("This week in ceramics: glazes, kilns and three new workshops.\n\nYou get this because you subscribed. Unsubscribe: https://letters.example/u", "Our weekly newsletter", News);
        return mail with { Content = mail.Content with { Automatic = true } };
    }
}
