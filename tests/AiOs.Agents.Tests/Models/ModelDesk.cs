using AiOs.Agents.Models;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Models;
using AiOs.Contracts.Ports;
using AiOs.Memory;
using AiOs.Testing.Doubles;
using AiOs.Testing.Models;
using Microsoft.Extensions.DependencyInjection;

namespace AiOs.Agents.Tests.Models;

/// <summary>The agents as a host has them, with the scripted model behind them.</summary>
internal sealed class ModelDesk : IAsyncDisposable
{
    private readonly ServiceProvider _provider;

    private ModelDesk(ScriptedModel server, TimeSpan timeout, IModelMeter? meter = null)
    {
        Server = server;
        var services = new ServiceCollection().AddLogging().AddAgents();
        services.AddSingleton(meter ?? Meter);
        services.AddSingleton<IEntropy>(new SeededEntropy(7));
        services.Configure<ModelOptions>(options =>
        {
            (options.Endpoint, options.Chat, options.Timeout) = (server.Endpoint.ToString(), server.Name, timeout);
            (options.InputPricePerMillion, options.OutputPricePerMillion) = (server.InputPrice / 100m, server.OutputPrice / 100m);
        });
        _provider = services.BuildServiceProvider();
    }

    public ScriptedModel Server { get; }

    public FakeMeter Meter { get; } = new();

    public IModel Model => _provider.GetRequiredService<IModel>();

    public IIntake Intake => _provider.GetRequiredService<IIntake>();

    public IEnumerable<IAgent> Agents => _provider.GetServices<IAgent>();

    public IAgent Execution => Agent(AgentName.Execution);

    public IAgent Agent(AgentName name) => _provider.GetServices<IAgent>().First(agent => agent.Name == name);

    public static Task<ModelDesk> OpenAsync(CancellationToken cancellationToken) => OpenAsync(60, cancellationToken);

    public static async Task<ModelDesk> OpenAsync(int seconds, CancellationToken cancellationToken) =>
        new(await ScriptedModel.StartAsync(cancellationToken), TimeSpan.FromSeconds(seconds));

    /// <summary>One whose calls are metered by somebody else.</summary>
    public static async Task<ModelDesk> OpenAsync(int seconds, IModelMeter meter, CancellationToken cancellationToken) =>
        new(await ScriptedModel.StartAsync(cancellationToken), TimeSpan.FromSeconds(seconds), meter);

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        await Server.DisposeAsync();
    }
}
