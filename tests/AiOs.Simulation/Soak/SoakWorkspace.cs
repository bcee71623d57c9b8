using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Hosting;
using AiOs.Simulation.Hosts;
using AiOs.Simulation.People;
using AiOs.Storage.Sqlite;
using AiOs.Storage.Sqlite.Files;
using AiOs.Testing.Kernel;
using AiOs.Testing.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace AiOs.Simulation.Soak;

/// <summary>The real kernel on the real store, in a folder of its own that goes away with it.</summary>
internal sealed class SoakWorkspace : IAsyncDisposable
{
    public const long Seed = 12;

    private readonly string _folder = Directory.CreateTempSubdirectory("aios-soak-").FullName;
    private readonly WorkspaceLock _lock;
    private readonly Workspace _workspace;

    public SoakWorkspace()
    {
        Database = Path.Combine(_folder, "aios.db");
        _lock = WorkspaceLock.Take(_folder);
        var settings = HostParts.MakeSettings(summerTime: false);
        Store = SqliteJournalStore.Open(new SqliteOptions { Path = Database }, settings.Id, _lock);
        var services = new ServiceCollection();
        services.AddSingleton<IJournalStore>(Store);
        services.AddSingleton(Store.Cursors);
        services.AddSingleton<IBlobStore>(new FileBlobStore(Path.Combine(_folder, "blobs")));
        services.AddSingleton<IHeadCopies>(new InMemoryHeadCopies());
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IIntake>(new SimIntake(Seed));
        services.AddSingleton<IAgent>(new SoakAgent());
        services.AddSingleton(HostParts.MakeKeys(Seed));
        services.AddSingleton(settings);
        services.AddSingleton<IEffectConnector>(Connector);
        services.AddKernel();
        var parts = new Wiring(services);
        _workspace = parts.GetRequiredService<Workspace>();
        Inbox = parts.GetRequiredService<IInbox>();
        Desk = parts.GetRequiredService<IDesk>();
    }

    public string Database { get; }

    public SqliteJournalStore Store { get; }

    public SoakConnector Connector { get; } = new();

    public IInbox Inbox { get; }

    public IDesk Desk { get; }

    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        await _workspace.OpenAsync(cancellationToken);
        _workspace.Run();
    }

    public async ValueTask DisposeAsync()
    {
        await _workspace.DisposeAsync();
        await Store.DisposeAsync();
        _lock.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
