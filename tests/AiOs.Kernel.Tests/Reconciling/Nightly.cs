using System.Text.Json;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Records;
using AiOs.Contracts.Records.Owners;
using AiOs.Contracts.Schedules;
using AiOs.Testing;
using AiOs.Testing.Doubles;
using AiOs.Testing.Kernel;
using AiOs.Testing.Outside;
using Microsoft.Extensions.DependencyInjection;

namespace AiOs.Kernel.Tests.Reconciling;

/// <summary>The kernel with outside systems that keep their state in files.</summary>
internal sealed class Nightly : IAsyncDisposable
{
    public static readonly RecordId Berg = new("client", "berg");

    private readonly string _folder = Directory.CreateTempSubdirectory("aios-outside-").FullName;

    private Nightly(ScriptedConnector? mail, bool isWhole, int pageSize, string[] names)
    {
        Systems = [.. names.Select(name => new JsonFileState(name, PathOf(name)) { IsWhole = isWhole, PageSize = pageSize })];
        Harness = new KernelHarness
        {
            Mail = mail ?? new ScriptedConnector(),
            Instead = services =>
            {
                foreach (var system in Systems)
                {
                    services.AddSingleton<IOutsideState>(system);
                }

                services.AddSingleton(new FieldOwnership("client", "segment", FieldOwner.Connector("crm")));
            },
        };
        Keeper = new Records.Desk(Harness);
        foreach (var name in names)
        {
            Say(name);
        }
    }

    public KernelHarness Harness { get; }

    /// <summary>Where Records are written.</summary>
    public Records.Desk Keeper { get; }

    public IReadOnlyList<JsonFileState> Systems { get; }

    public static async Task<Nightly> StartAsync(ScriptedConnector? mail = null, bool isWhole = false, int pageSize = 100, params string[] names)
    {
        var nightly = new Nightly(mail, isWhole, pageSize, names is [] ? ["crm"] : names);
        await nightly.Harness.OpenAsync();
        return nightly;
    }

    public string PathOf(string name) => Path.Combine(_folder, name + ".json");

    /// <summary>What a system says from now on.</summary>
    public void Say(string name, params (string Change, RecordId Record, string Field, string Value)[] all) => File.WriteAllText(
        PathOf(name),
        JsonSerializer.Serialize(all.Select(one => new Dictionary<string, object>
        {
            ["change"] = one.Change,
            ["record"] = one.Record.ToString(),
            ["fields"] = new Dictionary<string, string> { [one.Field] = one.Value },
            ["people"] = new[] { "anna@berg.example" },
        })));

    public Task<JobReport> RunAsync() =>
        Harness.Process.Get<IEnumerable<IJob>>().Single(job => job.Name == "nightly-reconciliation").RunAsync(new JobCall("k", Some.Moment, 0), CancellationToken.None);

    public async Task<IReadOnlyDictionary<string, string>> ProvedAsync() =>
        Assert.IsType<JobReport.Proved>(await RunAsync()).Proof.ToDictionary(fact => fact.Name, fact => fact.Value);

    /// <summary>What waits for the operator because of a drift, the oldest first.</summary>
    public async Task<IReadOnlyList<WorkItemView>> AskedAsync() =>
        [.. (await Harness.Desk.RecentAsync(200, null, openOnly: true, CancellationToken.None)).Where(item => item.Channel == ChannelName.Reconciliation).Reverse()];

    /// <summary>The operator says what stands in a field.</summary>
    public async Task SayAsync(RecordId record, string field, string value)
    {
        var now = await Harness.Process.Get<IRecords>().FindAsync(record, CancellationToken.None);
        await Keeper.GiveAsync(Records.Desk.Arguments(record, now?.Version ?? 0, (field, Records.Desk.Said(value))));
    }

    public async Task<string?> ValueAsync(RecordId record, string field) =>
        (await Harness.Process.Get<IRecords>().FindAsync(record, CancellationToken.None))?.Fields.GetValueOrDefault(field)?.Value;

    public async ValueTask DisposeAsync()
    {
        await Harness.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
