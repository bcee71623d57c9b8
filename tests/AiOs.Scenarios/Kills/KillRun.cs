using System.Globalization;
using AiOs.Scenarios.Hosting;

namespace AiOs.Scenarios.Kills;

/// <summary>One workspace whose host is killed, and what is counted of it.</summary>
public sealed class KillRun(SmtpSink? sink) : IDisposable
{
    private readonly List<string> _boundaries = [];

    public HostFolder Folder { get; } = new(sink?.Settings());

    public List<Delivery> Deliveries { get; } = [];

    public int Kills { get; private set; }

    /// <summary>The boundaries that this run's hosts ended at.</summary>
    public IReadOnlyList<string> Boundaries => _boundaries;

    /// <summary>Runs a host that ends itself at the boundary of that number. False where the work was done before it.</summary>
    public async Task<bool> KillAtAsync(int number, Func<HostProcess, Task<bool>> work, params string[] arguments)
    {
        var environment = Folder.With(("KILLHOST_AT", number.ToString(CultureInfo.InvariantCulture)));
        try
        {
            await using var host = await HostProcess.StartAsync(Folder, Places.KillHost, arguments, environment);
            if (await work(host))
            {
                await host.StopAsync();
                return false;
            }

            Assert.Equal(ProcessEndedException.Killed, await host.EndAsync());
            _boundaries.Add(host.Errors.Last(line => line.StartsWith("crossing ", StringComparison.Ordinal)).Split(' ')[2]);
        }
        catch (ProcessEndedException ended)
        {
            Assert.True(ended.ExitCode == ProcessEndedException.Killed, ended.Message);
        }

        Kills++;
        return true;
    }

    public Task<bool> KillAtAsync(int number, params string[] arguments) => KillAtAsync(number, new Operator(Deliveries).WorkAsync, arguments);

    /// <summary>Restarts as the real host, goes on with everything, and says what is wrong.</summary>
    public async Task<IReadOnlyList<string>> SettleAsync()
    {
        await using var host = await Folder.ServeAsync();
        Assert.True(await new Operator(Deliveries).WorkAsync(host), host.All());
        var wrong = await Reckoning.OfAsync(host, Deliveries, Sent, keyed: sink is null);
        Assert.Equal(0, await host.StopAsync());
        return wrong;
    }

    public int Sent(string mark) => (sink?.MailsWith(mark) ?? Folder.Mails()).Count(mail => mail.Contains(mark, StringComparison.Ordinal));

    public void Dispose() => Folder.Dispose();
}
