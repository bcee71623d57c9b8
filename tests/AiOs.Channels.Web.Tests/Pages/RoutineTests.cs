using AiOs.Channels.Web.Tests.Fakes;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;

namespace AiOs.Channels.Web.Tests.Pages;

/// <summary>What the clock does well fills no page; what it does not is there.</summary>
public sealed class RoutineTests
{
    [Theory]
    [InlineData(WorkItemState.Done, false)]
    [InlineData(WorkItemState.Performing, false)]
    [InlineData(WorkItemState.Failed, true)]
    [InlineData(WorkItemState.Expired, true)]
    public async Task Show_AJobOfTheClock_OnlyWhereSomethingIsWrong(WorkItemState state, bool shown)
    {
        var job = Samples.Done(3) with { State = state, Approvals = [], Authority = Authority.System, Channel = ChannelName.Schedule };
        await using var server = await WebServer.StartAsync(job, Samples.Done(4));

        var page = new HtmlPage(await server.GetTextAsync("/"));
        var entry = await server.GetTextAsync($"/items/{job.Id}/card");

        Assert.Equal(shown, page.ById("item-" + job.Id) is not null);
        Assert.NotNull(page.ById("item-" + Samples.Id(4)));
        Assert.Equal(shown, entry.Contains("<article", StringComparison.Ordinal));
    }
}
