using AiOs.Contracts;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Proposals;
using AiOs.Kernel.Effects;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Sharing;
using AiOs.Kernel.Timing;
using AiOs.Kernel.WorkItems.Background;
using AiOs.Kernel.WorkItems.Preparing;

namespace AiOs.Kernel.WorkItems;

/// <summary>
/// The one loop: load the work item, ask for its next step, act, record, go round. Start reading here.
/// </summary>
internal sealed class WorkItemLoop(
    WorkspaceJournal journal, StepRecorder recorder, Preparation preparation, IEffectDispatcher dispatcher, EffectCatalog catalog, Outlook outlook, WorkLeases leases, SlowSteps slow, HostState host, TimeProvider time)
{
    private static readonly TimeSpan RecordPause = TimeSpan.FromMilliseconds(500);
    private const int RecordTries = 60;

    /// <summary>After so many turns that recorded nothing the work item waits for its next wake-up.</summary>
    private const int MostIdle = 5;

    /// <summary>
    /// Goes on with a work item until it rests: until it waits for the operator or a clock, or is finished. One that another host is at is left to it,
    /// and one whose next step asks somebody outside goes on beside.
    /// </summary>
    public async Task<WorkItem> RunAsync(WorkItemId id, CancellationToken cancellationToken)
    {
        await using var turn = leases.Turn(id);
        return await RunAsync(id, turn, mayCallOut: false, cancellationToken);
    }

    /// <summary>The same with the steps that ask somebody outside, for which nobody waits.</summary>
    private async Task GoOnAsync(WorkItemId id, CancellationToken cancellationToken)
    {
        await using var turn = leases.Turn(id);
        await RunAsync(id, turn, mayCallOut: true, cancellationToken);
    }

    /// <summary>Makes the call that a commit asked for, if it did, and goes on. Only whoever appended the request calls.</summary>
    public async Task<WorkItem> CarryOutAsync(AppendResult.Appended appended)
    {
        var item = (WorkItem)appended.After;
        await using var turn = leases.Turn(item.Id);
        if (RequestIn(appended) is not null)
        {
            // The journal has given the call to this host, so it is made whoever is at the work item.
            await turn.TryTakeAsync(CancellationToken.None);
            await CallAsync(appended);
        }

        try
        {
            return await RunAsync(item.Id, turn, mayCallOut: false, CancellationToken.None);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // What was asked for is durable, so nobody is told that it failed. The work item is due: the wake-up tries again, and logs why it cannot go on.
            return item;
        }
    }

    private async Task<WorkItem> RunAsync(WorkItemId id, WorkTurn turn, bool mayCallOut, CancellationToken cancellationToken)
    {
        for (var idle = 0; ; idle++)
        {
            var item = (WorkItem)await journal.LoadAsync(StreamId.Of(id), cancellationToken);
            var around = await outlook.NowAsync(item, time.Instant(), cancellationToken);
            var step = NextStep.Of(item, around);
            if (step is Step.Sleep || idle == MostIdle)
            {
                return item;
            }

            if (!mayCallOut && step is (Step.Classify or Step.Draft) && preparation.CallsOut(item))
            {
                slow.Begin(id, stop => GoOnAsync(id, stop));
                return item;
            }

            if (!turn.IsHeld)
            {
                if (!await turn.TryTakeAsync(cancellationToken))
                {
                    return item;
                }

                // Whoever had it before may have gone on with it.
                await journal.FollowAsync(cancellationToken);
                continue;
            }

            var recorded = step is Step.LookUp lookUp
                ? await LookUpAsync(item, lookUp.Effect, cancellationToken)
                : await recorder.RecordAsync(item, await ActAsync(item, step, cancellationToken), cancellationToken);
            if (recorded is AppendResult.Appended appended)
            {
                await CallAsync(appended);
                idle = -1;
            }
        }
    }

    private async Task CallAsync(AppendResult.Appended appended)
    {
        var next = appended;
        while (next is not null && RequestIn(next) is { } requested && ((WorkItem)next.After).FindEffect(requested.Effect) is { Phase: EffectPhase.Requested } attempt)
        {
            var result = await dispatcher.PerformAsync(attempt);
            var terms = catalog.TermsOf(attempt.Line.Kind);
            next = await RecordResultAsync(((WorkItem)next.After).Id, requested, (state, now) => state.FindEffect(requested.Effect)?.Take(requested.Attempt, result, now, terms) ?? []);
        }
    }

    /// <summary>The part of a step that needs somebody beside the kernel. The pure steps need nobody.</summary>
    private Task<Prepared> ActAsync(WorkItem item, Step step, CancellationToken cancellationToken) => step switch
    {
        Step.Classify or Step.Draft => preparation.PrepareAsync(item, cancellationToken),
        Step.Compensate compensate => CompensateAsync(item, compensate.Effects, cancellationToken),
        _ => Task.FromResult(Prepared.Nothing),
    };

    /// <summary>Asks the connectors how to take back what was done. What has no way back stays, and the card says so.</summary>
    private async Task<Prepared> CompensateAsync(WorkItem item, IReadOnlyList<EffectAttempt> done, CancellationToken cancellationToken)
    {
        var drafts = new List<(EffectId, EffectDraft)>();
        foreach (var effect in done)
        {
            if (await catalog.Find(effect.Line.Kind).CompensationAsync(effect.Effect!, effect.Reference ?? string.Empty, cancellationToken) is { } draft)
            {
                drafts.Add((effect.Id, draft));
            }
        }

        return drafts.Count > 0
            ? await preparation.CompensateAsync(item, drafts, cancellationToken)
            : new Prepared([new WorkItemFinished(item.UndoAsked ? Contracts.Desk.WorkItemState.Done : Contracts.Desk.WorkItemState.Failed)], []);
    }

    private async Task<AppendResult> LookUpAsync(WorkItem item, EffectAttempt effect, CancellationToken cancellationToken)
    {
        var found = await dispatcher.LookUpAsync(effect, cancellationToken);
        var terms = catalog.TermsOf(effect.Line.Kind);
        return await recorder.RecordAsync(
            item.Id,
            "effect/" + effect.Id,
            (state, around) => state.FindEffect(effect.Id) is { } now && now.Attempt == effect.Attempt && now.Asked == effect.Asked ? now.Take(found, around.Now, terms) : [],
            cancellationToken);
    }

    private EffectRequested? RequestIn(AppendResult.Appended appended) =>
        appended.Events.OfType<EffectRequested>().LastOrDefault(requested => requested.Incarnation == host.Incarnation);

    /// <summary>A result is worth waiting for: while the store cannot take it, it is offered again.</summary>
    private async Task<AppendResult.Appended?> RecordResultAsync(WorkItemId id, EffectRequested requested, Func<WorkItem, DateTimeOffset, IReadOnlyList<JournalEvent>> take)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                return await recorder.RecordAsync(id, "effect/" + requested.Effect, (state, around) => take(state, around.Now), CancellationToken.None) as AppendResult.Appended;
            }
            catch (AiOsException fault) when (fault.IsTransient && tried < RecordTries)
            {
                await Task.Delay(RecordPause, time);
            }
        }
    }
}
