using MongoDB.Driver;

namespace AiOs.Storage.Conformance.Kits;

/// <summary>The MongoDB store against a real server that somebody names. The database is of this run alone and is dropped afterwards.</summary>
public class MongoServerKit : StoreKit
{
    /// <summary>The environment variable that names the server.</summary>
    public const string Variable = "AIOS_TEST_MONGODB";

    private readonly string _database = $"aios_suite_{Environment.ProcessId}_{Interlocked.Increment(ref _made)}";
    private static int _made;
    private string? _server;

    /// <inheritdoc/>
    public override bool IsShared => true;

    /// <inheritdoc/>
    public override bool KeepsPrefix => true;

    /// <summary>A real server's clock cannot be moved.</summary>
    public override TimeSpan Moment => TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public override async Task<StorePorts> OpenAsync() => MongoOpening.Open(_server ??= await ServerAsync(), _database);

    /// <inheritdoc/>
    public override Task PassAsync(TimeSpan time) => Task.Delay(time, TimeProvider.System, TestContext.Current.CancellationToken);

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            using var client = new MongoClient(_server);
            await client.DropDatabaseAsync(_database, TestContext.Current.CancellationToken);
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Which server; skips where there is none.</summary>
    /// <returns>Its connection string.</returns>
    protected virtual Task<string> ServerAsync()
    {
        var named = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipUnless(named is { Length: > 0 }, $"No MongoDB server is named; set {Variable}=mongodb://… to run the suite on one.");
        return Task.FromResult(named!);
    }
}
