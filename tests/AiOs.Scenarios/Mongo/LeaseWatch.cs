using AiOs.Testing.Mongo;
using AiOs.Testing.Mongo.Faults;
using MongoDB.Bson;

namespace AiOs.Scenarios.Mongo;

/// <summary>
/// Sees on the wire which host takes and gives back which work item, and can hold every commit from the moment on at which a host has taken so
/// many: whoever is killed then is killed in the middle of work.
/// </summary>
public sealed class LeaseWatch
{
    private const string Host = "host/";
    private const string Work = "work/";

    private readonly Lock _gate = new();
    private readonly List<string> _hosts = [];
    private readonly List<(string Holder, string Item)> _asked = [];
    private readonly List<(string Holder, string Item)> _given = [];
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private (string Holder, int Count)? _stop;

    public LeaseWatch(MongoPeer peer)
    {
        peer.Faults.Add(new FaultTrigger { Collection = "leases", When = (command, body) => Note(command, body) }, new PeerFault.DropBefore());
        Held = peer.Faults.Add(
            new FaultTrigger { Command = "insert", Collection = "commits", Times = int.MaxValue, When = (_, _) => _reached.Task.IsCompleted && !_released.Task.IsCompleted },
            new PeerFault.Hold(_released.Task));
    }

    /// <summary>The commits that were held.</summary>
    public PlannedFault Held { get; }

    /// <summary>The hosts that said that they are here, in the order of their coming.</summary>
    public IReadOnlyList<string> Hosts
    {
        get
        {
            lock (_gate)
            {
                return [.. _hosts];
            }
        }
    }

    /// <summary>Ends once the host has taken so many different work items; from then on no commit is made until <see cref="Release"/>.</summary>
    public Task StopAtAsync(string holder, int count)
    {
        lock (_gate)
        {
            _stop = (holder, count);
        }

        return _reached.Task;
    }

    public void Release() => _released.TrySetResult();

    /// <summary>The work items that a host took and gave back after its turn.</summary>
    public int TurnsOf(string holder) => Distinct(_given, holder).Count;

    /// <summary>The work items that a host asked for and never gave back.</summary>
    public IReadOnlySet<string> LeftBy(string holder)
    {
        var left = Distinct(_asked, holder);
        left.ExceptWith(Distinct(_given, holder));
        return left;
    }

    /// <summary>The work items of those named that a host took and gave back.</summary>
    public int TakenOver(string holder, IReadOnlySet<string> items) => Distinct(_given, holder).Count(items.Contains);

    private HashSet<string> Distinct(List<(string Holder, string Item)> from, string holder)
    {
        lock (_gate)
        {
            return [.. from.Where(one => one.Holder == holder).Select(one => one.Item)];
        }
    }

    /// <summary>Never strikes: it only looks on.</summary>
    private bool Note(ReceivedCommand command, BsonDocument body)
    {
        lock (_gate)
        {
            if (command.Name == "findAndModify")
            {
                Asked(NameIn(body["query"].AsBsonDocument), body["update"][0]["$set"]["holder"]["$cond"][1]["$literal"].AsString);
            }
            else if (command.Name == "delete" && body["deletes"][0]["q"].AsBsonDocument is var query && NameIn(query).StartsWith(Work, StringComparison.Ordinal))
            {
                _given.Add((query["holder"].AsString, NameIn(query)));
            }
        }

        return false;
    }

    private void Asked(string name, string holder)
    {
        if (name.StartsWith(Host, StringComparison.Ordinal) && !_hosts.Contains(holder))
        {
            _hosts.Add(holder);
        }

        if (name.StartsWith(Work, StringComparison.Ordinal))
        {
            _asked.Add((holder, name));
            if (_stop is var (stopped, count) && holder == stopped && _asked.Where(one => one.Holder == holder).Select(one => one.Item).Distinct().Count() >= count)
            {
                _reached.TrySetResult();
            }
        }
    }

    private static string NameIn(BsonDocument query) => query["_id"]["k"].AsString;
}
