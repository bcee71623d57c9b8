using AiOs.Contracts.Ids;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Ledger;
using AiOs.Kernel.Policy;
using AiOs.Kernel.WorkItems.Preparing;

namespace AiOs.Kernel.WorkItems;

/// <summary>Puts together all that a next step depends on.</summary>
internal sealed class Outlook(WorkspaceJournal journal, PolicyShelf policies, HostState host, WorkspaceSettings settings)
{
    /// <summary>Which streams a decision about a work item looks at.</summary>
    public static IEnumerable<StreamId> ReadsOf(Aggregate state, Prepared prepared)
    {
        yield return StreamId.Policy;
        foreach (var record in (state as WorkItem)?.Plan?.Cited ?? [])
        {
            yield return StreamId.Of(record.Record);
        }

        if (state is WorkItem { Asks: { } asks })
        {
            yield return StreamId.Of(asks.Record);
            if (asks.AskedBy is { } other)
            {
                yield return StreamId.Of(other);
            }
        }

        foreach (var record in (state as WorkItem)?.Run?.Watched ?? [])
        {
            yield return StreamId.Of(record.Record);
        }

        foreach (var record in prepared.Read)
        {
            yield return StreamId.Of(record.Record);
        }
    }

    /// <summary>As it is where a commit will stand.</summary>
    public Surroundings At(Standpoint at) => new()
    {
        Now = at.Now,
        Zone = settings.TimeZone,
        Incarnation = host.Incarnation,
        Alone = host.Alone,
        Gone = host.Others.Gone,
        Frozen = host.FrozenBecause is not null || at.Ledger.Frozen is not null,
        Policy = policies.Of(at.Others.GetValueOrDefault(StreamId.Policy) as PolicyState),
        Ledger = at.Ledger,
        Others = at.Others,
    };

    /// <summary>As it is durable by now: good for looking what comes next, not for deciding.</summary>
    public async Task<Surroundings> NowAsync(WorkItem item, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!host.Alone)
        {
            host.Others.Note(item);
        }

        var others = new Dictionary<StreamId, Aggregate>();
        foreach (var stream in ReadsOf(item, Prepared.Nothing))
        {
            others[stream] = await journal.LoadAsync(stream, cancellationToken);
        }

        return At(new Standpoint(item, journal.Ledger, others, now));
    }
}
