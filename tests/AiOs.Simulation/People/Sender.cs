using AiOs.Contracts;
using AiOs.Contracts.Ids;
using AiOs.Simulation.Hosts;
using AiOs.Simulation.Worlds;
using AiOs.Testing.Kernel;

namespace AiOs.Simulation.People;

/// <summary>The channels that messages come by: each is delivered until it is acknowledged, and often once more.</summary>
internal sealed class Sender(World world)
{
    private readonly SortedSet<int> _waiting = [];
    private readonly SortedSet<int> _acknowledged = [];
    private readonly HashSet<int> _refusals = [];

    public IEnumerable<int> Waiting => _waiting.Where(number => !_acknowledged.Contains(number));

    public void Deliver(SimHost host, int number)
    {
        _waiting.Add(number);
        var start = host.Start();
        world.Scheduler.Post(start.Lane, () => _ = DeliverAsync(start, number));
    }

    public void Refuse(SimHost host, int number)
    {
        var start = host.Start();
        world.Scheduler.Post(start.Lane, () => _ = RefuseAsync(start, number));
    }

    private async Task DeliverAsync(HostStart start, int number)
    {
        await start.Opened;
        try
        {
            var receipt = await start.Inbox.ReceiveAsync(Mail.Of(world.Script.Seed, number, world.Clock.Now), CancellationToken.None);
            world.Tally.Count(_acknowledged.Add(number) ? Happening.Message : Happening.Repeat);
            world.Watch.OnAcknowledged(number, receipt);
        }
        catch (Exception fault) when (fault is AiOsException or CrashException)
        {
            // Not acknowledged, so it comes again.
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            world.Watch.OnUnforeseen("the inbox", fault);
        }
    }

    private async Task RefuseAsync(HostStart start, int number)
    {
        await start.Opened;
        try
        {
            await start.Inbox.RefuseAsync(ChannelName.Mail, "too-large", 1_000_000, "refused " + number, CancellationToken.None);
            if (_refusals.Add(number))
            {
                world.Tally.Count(Happening.Refusal);
            }

            world.Watch.OnRefused(_refusals.Count);
        }
        catch (Exception fault) when (fault is AiOsException or CrashException)
        {
            // Not acknowledged; whoever sent it sends it again or not.
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            world.Watch.OnUnforeseen("the inbox", fault);
        }
    }
}
