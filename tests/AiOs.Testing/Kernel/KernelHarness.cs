using System.Security.Cryptography;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Forgetting;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Leases;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Restoring;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal.Sealing;
using AiOs.Kernel.Policy;
using AiOs.Kernel.Timing;
using AiOs.Kernel.WorkItems;
using AiOs.Testing.Doubles;
using AiOs.Testing.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AiOs.Testing.Kernel;

/// <summary>
/// The real kernel over stores in memory and a clock that stands still. The stores, the outside and the clock live on when the process dies;
/// everything else is made anew by the next start.
/// </summary>
internal sealed class KernelHarness : IAsyncDisposable
{
    /// <summary>One for all tests: making a pair costs more than most of them.</summary>
    public static byte[] HeadKey { get; } = NewHeadKey();

    /// <summary>The policy that comes with the program.</summary>
    public static PolicyInForce BuiltIn { get; } = new PolicyShelf(new WorkspaceSettings { Id = new WorkspaceId("w1"), TimeZone = TimeZoneInfo.Utc, Currency = "EUR" }).Latest;

    private readonly List<KernelProcess> _processes = [];
    private readonly SeededEntropy _entropy;

    public KernelHarness(int seed = 1)
    {
        _entropy = new SeededEntropy(seed);
        var master = new byte[WorkspaceKeys.MasterLength];
        _entropy.Fill(master);
        Keys = new WorkspaceKeys(master, HeadKey);
        Leases = new InMemoryLeases(Time);
    }

    public InMemoryJournalStore Store { get; init; } = new();

    public InMemoryBlobStore Blobs { get; } = new();

    public InMemoryLeases Leases { get; }

    public InMemoryCursors Cursors { get; } = new();

    public InMemoryHeadCopies Heads { get; } = new();

    /// <summary>The list of who was forgotten, outside of everything else.</summary>
    public InMemoryErasureFile Erasures { get; init; } = new();

    public InMemoryRestoreMarks Marks { get; } = new();

    public WorkspaceKeys Keys { get; init; }

    /// <summary>Whether another harness disposes of the keys.</summary>
    public bool KeysAreBorrowed { get; init; }

    public FakeTimeProvider Time { get; } = new(Some.Moment);

    public ScriptedIntake Intake { get; } = new();

    public ScriptedAgent Agent { get; } = new();

    public ScriptedConnector Mail { get; init; } = new();

    /// <summary>Effect kinds beside mail, notes and Records.</summary>
    public IReadOnlyList<IEffectConnector> Others { get; init; } = [];

    public WorkspaceSettings Settings { get; init; } = new() { Id = new WorkspaceId("w1"), TimeZone = TimeZoneInfo.Utc, Currency = "EUR" };

    /// <summary>Puts a broken part in the place of a right one.</summary>
    public Action<IServiceCollection> Instead { get; init; } = _ => { };

    /// <summary>The newest start.</summary>
    public KernelProcess Process => _processes[^1];

    public IDesk Desk => Process.Desk;

    public static async Task<KernelHarness> StartAsync(int seed = 1)
    {
        var harness = new KernelHarness(seed);
        await harness.OpenAsync();
        return harness;
    }

    /// <summary>Starts the kernel, takes up what an earlier start left, but does not watch the clock: <see cref="TickAsync"/> does.</summary>
    public async Task<KernelProcess> OpenAsync(int? crashAt = null)
    {
        var process = Make(crashAt);
        await process.Workspace.OpenAsync(CancellationToken.None);
        await process.Workspace.ResumeAsync(CancellationToken.None);

        // What cannot go on is logged and left, and a test's crash looks like that.
        return process.Boundary.Crashed.IsCompleted ? throw new CrashException() : process;
    }

    /// <summary>Starts the kernel without opening the workspace.</summary>
    public KernelProcess Make(int? crashAt = null)
    {
        var boundary = new CrashBoundary { CrashAt = crashAt };
        var services = new ServiceCollection();
        services.AddSingleton<IBoundary>(boundary);
        services.AddSingleton<IJournalStore>(Store);
        services.AddSingleton<ILeases>(new MortalLeases(Leases, boundary));
        services.AddSingleton<ICursors>(Cursors);
        services.AddSingleton<IBlobStore>(Blobs);
        services.AddSingleton<IHeadCopies>(Heads);
        services.AddSingleton<IEntropy>(_entropy);
        services.AddSingleton<IErasureFile>(Erasures);
        services.AddSingleton<IRestoreMarks>(Marks);
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<IIntake>(Intake);
        services.AddSingleton<IAgent>(Agent);
        services.AddSingleton<IEffectConnector>(Mail);
        foreach (var other in Others)
        {
            services.AddSingleton(other);
        }

        services.AddSingleton(Keys);
        services.AddSingleton(Settings);
        Instead(services);
        services.AddKernel();
        var process = new KernelProcess(new Wiring(services), boundary);
        _processes.Add(process);
        return process;
    }

    /// <summary>The process ends without a word, and another one starts on the same stores.</summary>
    public async Task<KernelProcess> CrashAsync(int? crashAt = null)
    {
        Process.Boundary.Die();
        return await OpenAsync(crashAt);
    }

    /// <summary>The process ends in good order, and another one starts.</summary>
    public async Task<KernelProcess> RestartAsync()
    {
        await Process.DisposeAsync();
        return await OpenAsync();
    }

    public Task<Receipt> ReceiveAsync(InboundMessage message) => Process.Inbox.ReceiveAsync(message, CancellationToken.None);

    /// <summary>Takes a mail in and shows what came of it.</summary>
    public async Task<WorkItemView> ReceivedAsync(InboundMessage? message = null) =>
        await ViewAsync((await ReceiveAsync(message ?? Some.Mail())).WorkItem);

    public async Task<WorkItemView> ViewAsync(WorkItemId id) => (await Desk.FindAsync(id, CancellationToken.None))!;

    public Task<DecisionOutcome> DecideAsync(ApprovalView approval, DecisionKind kind, string? text = null, string channel = "web", string by = "operator", string? confirm = null) =>
        Desk.DecideAsync(
            new OperatorDecision
            {
                Approval = approval.Id,
                Kind = kind,
                Digest = approval.Digest,
                Nonce = approval.Nonce ?? string.Empty,
                Confirmation = confirm ?? approval.Confirm,
                Channel = new ChannelName(channel),
                By = by,
                Text = text,
            },
            CancellationToken.None);

    public Task<DecisionOutcome> AnswerAsync(WorkItemId id, string text) => Desk.AnswerAsync(id, text, ChannelName.Web, Some.Operator, CancellationToken.None);

    public Task<DecisionOutcome> SettleAsync(WorkItemView item, Settlement settlement) =>
        Desk.SettleAsync(item.Id, item.Effects.First(effect => effect.Outcome == "unknown").Id, settlement, ChannelName.Web, Some.Operator, CancellationToken.None);

    /// <summary>Lets the clock go on and takes every step that is due then.</summary>
    public async Task TickAsync(TimeSpan step)
    {
        Time.Advance(step);
        foreach (var due in await Store.ListDueAsync(Time.GetUtcNow(), int.MaxValue, CancellationToken.None))
        {
            await Process.Get<WorkItemLoop>().RunAsync(due, CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            process.Boundary.Die();
            await process.DisposeAsync();
        }

        if (!KeysAreBorrowed)
        {
            Keys.Dispose();
        }
    }

    private static byte[] NewHeadKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKey();
    }
}
