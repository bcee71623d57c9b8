using AiOs.Contracts.Effects;
using AiOs.Testing.Hosting;
using AiOs.Testing.Tools;

namespace AiOs.Evaluation.Parts.Tau;

/// <summary>The real host with the shop's tools as kinds of effects, one process after another on the same folder, and the shop beside it.</summary>
internal sealed class ShopHost : IAsyncDisposable
{
    private readonly HostFolder _folder = new();

    private ShopHost(ToolServer shop) => Shop = shop;

    public ToolServer Shop { get; }

    public static async Task<ShopHost> MakeAsync(IReadOnlyCollection<GoldWrite> writes, IReadOnlyDictionary<string, OutcomeClass> tools, CancellationToken cancellationToken)
    {
        var made = new ShopHost(await ToolServer.StartAsync(cancellationToken));
        var plan = new ToolPlan(made.Shop.Place, tools, writes.ToDictionary(static write => write.Mark, static write => write.Call));
        made._folder.Environment["KILLHOST_TOOLS"] = made._folder.Write("tools.json", plan.ToText());
        return made;
    }

    /// <summary>Starts the next process.</summary>
    public Task<HostProcess> StartAsync() => HostProcess.StartAsync(_folder, Places.KillHost, [], _folder.With());

    public async ValueTask DisposeAsync()
    {
        await Shop.DisposeAsync();
        _folder.Dispose();
    }
}
