using AiOs.Contracts.Approvals;
using AiOs.Contracts.Context;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;
using AiOs.Testing;
using AiOs.Testing.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace AiOs.Kernel.Tests.Context;

public sealed class PackLinesTests
{
    /// <summary>A stranger chooses the subject of a mail, and with it where the line of it is cut.</summary>
    [Fact]
    public async Task Of_TitleWhosePictureStandsAtTheCut_IsKeptWhole()
    {
        var title = new string('a', 79) + "😀 and more";
        await using var harness = new KernelHarness { Instead = services => services.AddSingleton<IContextSource>(new OneMemory(title)) };
        await harness.OpenAsync();
        var item = await harness.ReceivedAsync();

        Assert.Equal(WorkItemState.AwaitingApproval, item.State);
        await harness.CrashAsync();
        var state = (AiOs.Kernel.WorkItems.WorkItem)await harness.Process.Journal.LoadAsync(StreamId.Of(item.Id), TestContext.Current.CancellationToken);
        var line = Assert.Single(state.Plan!.Words!.Remembered!);
        Assert.Contains(new string('a', 79) + "…", line, StringComparison.Ordinal);
    }

    private sealed class OneMemory(string title) : IContextSource
    {
        public Task<ContextPack> GatherAsync(ContextRequest request, CancellationToken cancellationToken)
        {
            var item = new KnowledgeItem
            {
                Id = new KnowledgeId("knowledge/1"),
                Kind = KnowledgeKind.Message,
                Title = title,
                Text = "Hello",
                Source = StreamId.Workspace,
                Position = 1,
                At = Some.Moment,
                Provenance = Provenance.External,
            };
            return Task.FromResult(new ContextPack { Facts = request.Facts, Recollections = [new Recollection(item, 1, TimeSpan.Zero)] });
        }
    }
}
