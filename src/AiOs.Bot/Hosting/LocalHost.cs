using AiOs.Bot.Composition;
using AiOs.Bot.Copies;
using AiOs.Bot.Hosting.Playbooks;
using AiOs.Bot.Verbs;
using AiOs.Contracts.Desk;
using AiOs.Kernel.Hosting;
using AiOs.Storage.Sqlite.Files;

namespace AiOs.Bot.Hosting;

/// <summary>A workspace opened for one verb, where no host is running.</summary>
internal sealed class LocalHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private LocalHost(ServiceProvider services) => _services = services;

    public static async Task<LocalHost> OpenAsync(HostSettings settings, HostParts parts, TextWriter errors, CancellationToken cancellationToken)
    {
        var host = Make(settings, parts);
        try
        {
            BoundOptions.Validate(host._services);
            await SharedStorage.CheckAsync(host._services, settings.Places, cancellationToken);
            await host._services.GetRequiredService<Workspace>().OpenAsync(cancellationToken);
            await SharedStorage.CheckAsync(host._services, settings.Places, cancellationToken);
            if (host._services.GetRequiredService<IDesk>().FrozenBecause is { } because)
            {
                await errors.WriteLineAsync("FROZEN: " + because);
            }

            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Fills the store without opening the workspace: a first start would write its first commit.</summary>
    public static async Task<VerbResult> FillAsync(HostSettings settings, HostParts parts, VerbRequest request, CancellationToken cancellationToken)
    {
        await using var host = Make(settings, parts);
        BoundOptions.Validate(host._services);
        _ = host._services.GetRequiredService<WorkspaceLock>();
        return await host._services.GetRequiredService<RestoreVerbs>().RunAsync(request, cancellationToken);
    }

    private static LocalHost Make(HostSettings settings, HostParts parts)
    {
        var services = new ServiceCollection();
        services.AddSingleton(settings.Configuration);
        HostServices.Add(services, settings, parts);
        return new LocalHost(services.BuildServiceProvider());
    }

    public async Task<VerbResult> RunAsync(VerbRequest request, TextWriter errors, CancellationToken cancellationToken)
    {
        var runner = _services.GetRequiredService<VerbRunner>();
        if (VerbRunner.Works(request.Verb))
        {
            await _services.GetRequiredService<PolicyLoader>().LoadAsync(errors, cancellationToken);
            await _services.GetRequiredService<PlaybookLoader>().LoadAsync(errors, cancellationToken);
            await _services.GetRequiredService<Workspace>().ResumeAsync(cancellationToken);
        }

        return await runner.RunAsync(request, hosted: false, cancellationToken);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
