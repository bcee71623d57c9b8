using AiOs.Contracts.Desk;
using AiOs.Contracts.Events;
using AiOs.Contracts.Schedules;
using AiOs.Jobs;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal.Chain;
using AiOs.Testing.Kernel;
using AiOs.Testing.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace AiOs.Kernel.Tests.Schedules;

/// <summary>Kernels whose clock stands still, with one job and the real reading of cron expressions.</summary>
internal sealed class ClockDesk : IAsyncDisposable
{
    public ClockDesk(ScriptedJob? job = null, bool shared = false, TimeZoneInfo? zone = null, Action<IServiceCollection>? instead = null)
    {
        Job = job ?? new ScriptedJob();
        Harness = new KernelHarness
        {
            Store = new InMemoryJournalStore { IsExclusive = !shared },
            Settings = new WorkspaceSettings { Id = new Contracts.Ids.WorkspaceId("w1"), TimeZone = zone ?? TimeZoneInfo.Utc, Currency = "EUR" },
            Instead = services =>
            {
                services.AddSingleton<ICron>(new QuartzCron());
                services.AddSingleton<IJob>(Job);
                instead?.Invoke(services);
            },
        };
    }

    public ScriptedJob Job { get; }

    public KernelHarness Harness { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Starts a host that knows the schedules and has begun with them.</summary>
    public static async Task<ClockDesk> StartAsync(ScriptedJob? job = null, TimeZoneInfo? zone = null, Action<IServiceCollection>? instead = null)
    {
        var desk = new ClockDesk(job, zone: zone, instead: instead);
        await desk.Harness.OpenAsync();
        await desk.RingAsync();
        return desk;
    }

    public Task RingAsync(string name = "probe", KernelProcess? at = null) => (at ?? Harness.Process).Get<IFirings>().DealWithAsync(name, Token);

    /// <summary>Lets the clock go on, then rings.</summary>
    public Task RingAfterAsync(TimeSpan time, string name = "probe")
    {
        Harness.Time.Advance(time);
        return RingAsync(name);
    }

    public Task<CommandReply> SayAsync(string command) => Harness.Process.Get<ICommands>().RunAsync(command, Contracts.Ids.ChannelName.Web, "operator", Token);

    public async Task<IReadOnlyList<TEvent>> EventsAsync<TEvent>()
        where TEvent : JournalEvent
    {
        var found = new List<TEvent>();
        foreach (var stored in Harness.Store.Commits())
        {
            found.AddRange(CommitReader.Read(stored, await Harness.Process.Journal.FindKeyAsync(stored.Stream, Token)).Events.OfType<TEvent>());
        }

        return found;
    }

    public ValueTask DisposeAsync() => Harness.DisposeAsync();
}
