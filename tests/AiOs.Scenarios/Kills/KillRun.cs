using AiOs.Scenarios.Hosting;
using AiOs.Testing.Hosting;

namespace AiOs.Scenarios.Kills;

/// <summary>
/// One workspace whose hosts are killed one after another. Each host first goes on with what the one before it left and is looked at, so that
/// one start shows both that the last kill did no harm and takes the next one.
/// </summary>
public sealed class KillRun(SmtpSink? sink) : IDisposable
{
    private readonly List<string> _boundaries = [];
    private readonly List<Delivery> _deliveries = [];

    public HostFolder Folder { get; } = new(sink?.Settings());

    public int Kills { get; private set; }

    /// <summary>Which boundaries the hosts ended at.</summary>
    public IReadOnlyList<string> Boundaries => _boundaries;

    public int Mails => _deliveries.Count;

    /// <summary>Ends a host on the way of a new mail, at the boundary of that number or the first of that name. False where the mail was done before.</summary>
    public async Task<bool> KillInWorkAsync(string at, Delivery fresh, params string[] arguments)
    {
        await using var host = await HostProcess.StartAsync(Folder, Places.KillHost, arguments, Folder.With());
        (await GoOnAsync(host)).MustBeClean($"before the kill at {at}");
        await host.TellAsync("arm " + at, "armed " + at);
        return await EndAsync(host, fresh);
    }

    /// <summary>Ends a host at the boundary of that number after its start, while it goes on with what is unfinished. False where all was done before.</summary>
    public async Task<bool> KillInRecoveryAsync(string at)
    {
        var process = HostProcess.Launch(Folder, Places.KillHost, [], Folder.With(("KILLHOST_AT", at)));
        try
        {
            await using var host = await HostProcess.ReadyAsync(process);
            return await EndAsync(host, fresh: null);
        }
        catch (ProcessEndedException ended)
        {
            Assert.True(ended.ExitCode == ProcessEndedException.Killed, ended.Message);
            return Killed(process.Errors);
        }
    }

    /// <summary>Kills a real host some time after its start, or some time after it took up a new mail. True where work was under way.</summary>
    public async Task<bool> KillLaterAsync(Delivery fresh, TimeSpan later, bool whileItServes)
    {
        _deliveries.Add(fresh);
        var process = HostProcess.Launch(Folder, Places.Host, [], Folder.With());
        Kills++;
        if (!whileItServes)
        {
            await Task.Delay(later, TimeProvider.System);
            process.Kill();
        }

        try
        {
            await using var host = await HostProcess.ReadyAsync(process);
            var working = Work().WorkAsync(host);
            await Task.WhenAny(working, Task.Delay(later, TimeProvider.System));
            await host.KillAsync();
            return !await working;
        }
        catch (ProcessEndedException ended)
        {
            Assert.True(ended.ExitCode == ProcessEndedException.Killed, ended.Message);
            return false;
        }
    }

    /// <summary>Restarts as the real host, goes on with everything, and says how it all stands.</summary>
    public async Task<Account> SettleAsync()
    {
        await using var host = await Folder.ServeAsync();
        var account = await GoOnAsync(host);
        Assert.Equal(0, await host.StopAsync());
        return account;
    }

    public void Dispose() => Folder.Dispose();

    private Operator Work() => new(Folder, _deliveries);

    private async Task<Account> GoOnAsync(HostProcess host)
    {
        Assert.True(await Work().WorkAsync(host), host.All());
        return await Reckoning.OfAsync(host, _deliveries, sink?.Mails() ?? Folder.Mails(), keyed: sink is null);
    }

    private async Task<bool> EndAsync(HostProcess host, Delivery? fresh)
    {
        if (fresh is not null)
        {
            _deliveries.Add(fresh);
        }

        if (await Work().WorkAsync(host))
        {
            Assert.Equal(0, await host.StopAsync());
            return false;
        }

        Assert.Equal(ProcessEndedException.Killed, await host.EndAsync());
        return Killed(host.Errors);
    }

    private bool Killed(IReadOnlyList<string> said)
    {
        Kills++;
        _boundaries.Add(said.Last(line => line.StartsWith("crossing ", StringComparison.Ordinal)).Split(' ')[2]);
        return true;
    }
}
