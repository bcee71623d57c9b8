using System.Text.Json;
using AiOs.Agents.Intake;
using AiOs.Bot.Composition;
using AiOs.Bot.Hosting;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal.Sealing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AiOs.Benchmarks.Hosts;

/// <summary>The host's own services in this process, without a server: kernel, store, connectors as the host composes them.</summary>
internal sealed class InProcessHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private InProcessHost(ServiceProvider services) => _services = services;

    /// <summary>Builds the services; with <paramref name="opened"/> the workspace writes too, as a host's does.</summary>
    public static Task<InProcessHost> StartAsync(BenchFolder folder, bool opened, CancellationToken cancellationToken) =>
        StartAsync(folder, opened, _ => { }, cancellationToken);

    /// <summary>The same with some services registered before the host's own.</summary>
    public static async Task<InProcessHost> StartAsync(BenchFolder folder, bool opened, Action<IServiceCollection> before, CancellationToken cancellationToken)
    {
        var settings = new Dictionary<string, object>
        {
            ["Workspace"] = new { HeadFile = folder.HeadFile, DataDirectory = folder.Data, TimeZone = "Europe/Berlin" },
        };
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "appsettings.json"), JsonSerializer.Serialize(settings), cancellationToken);
        var parts = new HostParts(folder.Path, before);
        var loaded = HostSettings.Load(parts);
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(loaded.Configuration);
        HostServices.Add(services, loaded, parts);
        var host = new InProcessHost(services.BuildServiceProvider());
        // The key before the journal, as the host has it.
        _ = host.Get<WorkspaceKeys>();
        host.Get<IntakeAgent>().WarmUp();
        if (opened)
        {
            var workspace = host.Get<Workspace>();
            await workspace.OpenAsync(cancellationToken);
            workspace.Run();
        }

        return host;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public IMailReader Mails => Get<IMailReader>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
