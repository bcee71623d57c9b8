using AiOs.Contracts.Context;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Context;
using AiOs.Kernel.Tests.Support;
using AiOs.Testing;
using AiOs.Testing.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace AiOs.Kernel.Tests.WorkItems;

public sealed class WakeUpsTests
{
    [Fact]
    public async Task Watch_MoreThanAPageThatOnlyWaits_StillWakesWhatIsDue()
    {
        await using var harness = await KernelHarness.StartAsync();
        var item = await harness.ReceivedAsync();
        var ids = harness.Process.Get<IdSource>();
        harness.Store.Use(tables =>
        {
            for (var number = 0; number < 450; number++)
            {
                var waits = new WorkItemId(ids.Next());
                tables.WorkItems[waits] = new WorkItemRow(waits, WorkItemState.NeedsAnswer, Category: null, Some.Moment, DateTimeOffset.MinValue, 0, 0, 0);
            }
        });
        harness.Time.Advance(item.Approvals[0].ExpiresAt - harness.Time.GetUtcNow());
        harness.Process.Workspace.Run();

        await Eventually.TrueAsync(() => StateOf(harness, item.Id) is WorkItemState.Expired);
    }

    [Fact]
    public async Task Watch_MemoryThatNeverAnswers_DoesNotHoldUpWhatIsDue()
    {
        var memory = new HangingMemory();
        await using var harness = new KernelHarness { Instead = services => services.AddSingleton<IContextSource>(memory) };
        await harness.OpenAsync();
        WorkItemView[] waiting = [await harness.ReceivedAsync(Some.Mail(1)), await harness.ReceivedAsync(Some.Mail(2)), await harness.ReceivedAsync(Some.Mail(3))];
        var opened = await harness.RestartAsync();
        memory.Hangs = true;
        opened.Workspace.Run();
        await Eventually.TrueAsync(() => memory.Asked > 0);
        harness.Time.Advance(waiting.Max(item => item.Approvals[0].ExpiresAt) - harness.Time.GetUtcNow());

        await Eventually.TrueAsync(() => waiting.All(item => StateOf(harness, item.Id) is WorkItemState.Expired));
    }

    private static WorkItemState StateOf(KernelHarness harness, WorkItemId item)
    {
        var state = default(WorkItemState);
        harness.Store.Use(tables => state = tables.WorkItems[item].State);
        return state;
    }

    /// <summary>Memory that does not even hear that nobody waits any more.</summary>
    private sealed class HangingMemory : IContextSource
    {
        private readonly NoContext _inner = new();
        private int _asked;

        public bool Hangs { get; set; }

        public int Asked => Volatile.Read(ref _asked);

        public Task<ContextPack> GatherAsync(ContextRequest request, CancellationToken cancellationToken)
        {
            if (!Hangs)
            {
                return _inner.GatherAsync(request, cancellationToken);
            }

            Interlocked.Increment(ref _asked);
            return new TaskCompletionSource<ContextPack>().Task;
        }
    }
}
