using MongoDB.Driver;

namespace AiOs.Storage.Conformance.Kits;

/// <summary>
/// The MongoDB store against a real server: the one that <c>AIOS_TEST_MONGODB</c> names, else one that Docker starts. Where there is neither, its
/// tests are skipped, in CI too: the wire peer is what always runs. The database is of this run alone and is dropped afterwards.
/// </summary>
public sealed class MongoServerKit : StoreKit
{
    private const string Variable = "AIOS_TEST_MONGODB";

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
    }

    private static Task<string> ServerAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return Task.FromResult(named);
        }

        Assert.SkipUnless(MongoDocker.IsThere, $"No MongoDB server is named (set {Variable}=mongodb://…), and no Docker is here to start one.");
        return MongoDocker.ServerAsync();
    }
}
