using System.Globalization;
using System.Net;
using AiOs.Testing.Hosting;
using AiOs.Testing.Tools;

namespace AiOs.Evaluation.Parts.Tau;

/// <summary>Brings writes to their cards, decides them while one host after another is killed, and goes on until nothing moves any more.</summary>
internal sealed class TauRun(ShopHost place, IReadOnlyList<WriteCase> cases)
{
    private const int AtOnce = 8;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private readonly List<string> _unapproved = [];
    private readonly List<string> _kills = [];

    /// <summary>Every call that nobody had approved like that when it came.</summary>
    public IReadOnlyList<string> Unapproved => _unapproved;

    /// <summary>Where hosts were killed.</summary>
    public IReadOnlyList<string> Kills => _kills;

    /// <summary>A customer's mail for each write, up to its card.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        place.Shop.Coming = ComeAsync;
        await using var host = await place.StartAsync();
        await Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (one, _) =>
        {
            var mail = Testing.Hosting.Mails.Plain(one.Write.Mark, "A customer <customer@buyer.example>", "About an order " + one.Write.Mark, one.Write.Words);
            var taken = (await host.Web.MailAsync(mail)).MustBe(HttpStatusCode.OK).Json;
            one.Prepare(await host.Web.ItemAsync(taken.GetProperty("workItem").GetString()!));
        });
        await RestAsync(host, cases, cancellationToken);
        await host.StopAsync();
    }

    /// <summary>Decides some writes on a host that is killed meanwhile. What was not decided by then comes with the next ones.</summary>
    public async Task KillAsync(IEnumerable<WriteCase> group, KillPoint point, CancellationToken cancellationToken)
    {
        var some = group.ToList();
        await using var host = await place.StartAsync();
        if (point.Boundary is { } boundary)
        {
            await host.TellAsync("arm " + boundary, "armed " + boundary);
        }

        place.Shop.Coming = async call => await ComeAsync(call) && (point.Boundary is not null || point.WhenMade || await KilledAsync(host, some, call));
        place.Shop.Answering = async call => point.Boundary is not null || !point.WhenMade || await KilledAsync(host, some, call);
        await DecideAsync(host, some, cancellationToken);
        if (await IsKilledAsync(host, some, cancellationToken))
        {
            _kills.Add(point.ToString());
        }

        (place.Shop.Coming, place.Shop.Answering) = (ComeAsync, static _ => Task.FromResult(true));
    }

    /// <summary>Decides what is left and goes on until nothing moves; then once more from the start, as nothing may happen again.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        await using (var host = await place.StartAsync())
        {
            await DecideAsync(host, [.. cases.Where(static one => !one.IsSettled)], cancellationToken);
            await RestAsync(host, cases, cancellationToken);
            await host.StopAsync();
        }

        await using var again = await place.StartAsync();
        await RestAsync(again, cases, cancellationToken);
        var chain = await again.Web.VerifyAsync();
        if (!chain.GetProperty("ok").GetBoolean())
        {
            throw new InvalidDataException(chain.GetProperty("sentence").GetString());
        }

        await again.StopAsync();
    }

    private static async Task DecideAsync(HostProcess host, List<WriteCase> some, CancellationToken cancellationToken)
    {
        try
        {
            await Parallel.ForEachAsync(some.Where(static one => !one.IsSettled), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (one, _) =>
            {
                var item = await host.Web.ItemAsync(one.Item);
                one.See(item);
                if (one.State == "awaiting-approval")
                {
                    one.IsReleased |= one.Fate is Fate.Approve;
                    (await host.Web.DecideAsync(item, one.Fate is Fate.Approve ? "approve" : "reject")).MustBe(HttpStatusCode.OK);
                }

                one.IsSettled = true;
            });
        }
        catch (Exception fault) when (IsOfADeadHost(fault, cancellationToken))
        {
            // Whoever did not hear of a decision looks again after the restart.
        }
    }

    private static async Task<bool> IsKilledAsync(HostProcess host, List<WriteCase> some, CancellationToken cancellationToken)
    {
        try
        {
            await RestAsync(host, some, cancellationToken);
            await host.StopAsync();
            return false;
        }
        catch (Exception fault) when (IsOfADeadHost(fault, cancellationToken))
        {
            return await host.EndAsync() == ProcessEndedException.Killed;
        }
    }

    private static async Task RestAsync(HostProcess host, IReadOnlyList<WriteCase> some, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        foreach (var one in some)
        {
            for (one.See(await host.Web.ItemAsync(one.Item)); !one.Rests; one.See(await host.Web.ItemAsync(one.Item)))
            {
                if (TimeProvider.System.GetElapsedTime(started) > HostFolder.Patience)
                {
                    throw new TimeoutException(string.Create(CultureInfo.InvariantCulture, $"It does not come to rest: {one}."));
                }

                await Task.Delay(Pause, TimeProvider.System, cancellationToken);
            }
        }
    }

    private static bool IsOfADeadHost(Exception fault, CancellationToken cancellationToken) =>
        fault is HttpRequestException or IOException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    /// <summary>Ends the host while the shop has a call of one of these writes, and those beside it have time to come; false says that it is over.</summary>
    private static async Task<bool> KilledAsync(HostProcess host, List<WriteCase> some, ToolCall call)
    {
        if (!some.Exists(one => one.Owns(call)))
        {
            return true;
        }

        await Task.Delay(Pause, TimeProvider.System);
        await host.KillAsync();
        return false;
    }

    private Task<bool> ComeAsync(ToolCall call)
    {
        if (!cases.Any(one => one.IsReleased && one.Owns(call) && one.Is(call)))
        {
            lock (_gate)
            {
                _unapproved.Add(call.ToString());
            }
        }

        return Task.FromResult(true);
    }
}
