using AiOs.Scenarios.Hosting;
using AiOs.Testing.Hosting;
using AiOs.Testing.Mongo;

namespace AiOs.Scenarios.Mongo;

/// <summary>Two hosts at work on one store, each with a folder of its own.</summary>
public sealed class HostPair : IAsyncDisposable
{
    private HostPair((HostFolder Folder, HostProcess Host) first, (HostFolder Folder, HostProcess Host) second)
    {
        First = first;
        Second = second;
    }

    public (HostFolder Folder, HostProcess Host) First { get; }

    public (HostFolder Folder, HostProcess Host) Second { get; private set; }

    /// <param name="peer">The store.</param>
    /// <param name="sink">The mail server.</param>
    /// <param name="firstProgram">What the first host runs; by default the real host.</param>
    /// <param name="secondDatabase">Where the second host keeps its workspace; by default where the first does.</param>
    public static async Task<HostPair> StartAsync(MongoPeer peer, SmtpSink sink, string? firstProgram = null, string secondDatabase = SharedFolders.Database)
    {
        var one = SharedFolders.On(peer, sink);
        var host = await HostProcess.StartAsync(one, firstProgram ?? Places.Host, [], one.With());
        var other = SharedFolders.On(peer, sink, secondDatabase).WithKeyOf(one);
        return new HostPair((one, host), (other, await other.ServeAsync()));
    }

    /// <summary>The one host for even numbers, the other for odd ones.</summary>
    public HostProcess Of(int number) => number % 2 == 0 ? First.Host : Second.Host;

    /// <summary>Starts the second host again in its folder.</summary>
    public async Task RestartSecondAsync()
    {
        await Second.Host.DisposeAsync();
        Second = (Second.Folder, await Second.Folder.ServeAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await First.Host.DisposeAsync();
        await Second.Host.DisposeAsync();
        First.Folder.Dispose();
        Second.Folder.Dispose();
    }
}
