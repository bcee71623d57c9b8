using AiOs.Contracts;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Kernel.Effects;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Records;
using AiOs.Kernel.Timing;

namespace AiOs.Kernel.WorkItems;

/// <summary>
/// The one loop: load the work item, ask for its next step, act, record, go round. Start reading here.
/// </summary>
internal sealed class WorkItemLoop(WorkspaceJournal journal, PureSteps steps, IEffectDispatcher dispatcher, RecordReader records, HostState host, TimeProvider time)
{
    private static readonly TimeSpan RecordPause = TimeSpan.FromMilliseconds(500);
    private const int RecordTries = 60;

    /// <summary>Goes on with a work item until it rests: until it waits for the operator or a clock, or is finished.</summary>
    public async Task<WorkItem> RunAsync(WorkItemId id, CancellationToken cancellationToken)
    {
        var item = (WorkItem)await journal.LoadAsync(StreamId.Of(id), cancellationToken);
        while (true)
        {
            var context = NeedsContext(item) ? await ContextOfAsync(item.Content, cancellationToken) : null;
            var facts = steps.Run(item, context);
            if (facts.Count == 0)
            {
                return item;
            }

            item = await RecordAsync(item, facts, cancellationToken);
        }
    }

    /// <summary>Makes the call that a commit asked for, if it did. Only whoever appended the request calls.</summary>
    public async Task<WorkItem> CarryOutAsync(AppendResult.Appended appended)
    {
        var item = (WorkItem)appended.After;
        while (RequestIn(appended) is { } requested && item.FindEffect(requested.Effect) is { Phase: EffectPhase.Requested } attempt)
        {
            var result = await dispatcher.PerformAsync(attempt);
            var recorded = await RecordResultAsync(item.Stream, requested, state => attempt.Id is var id && state.FindEffect(id) is { } now ? now.Take(requested.Attempt, result) : []);
            if (recorded is not AppendResult.Appended next)
            {
                break;
            }

            appended = next;
            item = (WorkItem)next.After;
        }

        try
        {
            return await RunAsync(item.Id, CancellationToken.None);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // What was asked for is durable, so nobody is told that it failed. The work item is due: the wake-up tries again, and logs why it cannot go on.
            return item;
        }
    }

    /// <summary>What has to be read before an agent can draft.</summary>
    public async Task<DraftContext> ContextOfAsync(MessageContent? content, CancellationToken cancellationToken)
    {
        var people = new[] { content?.Sender?.Address, content?.Forwarder?.Address }.OfType<string>();
        return new DraftContext(await records.AboutAsync(people, cancellationToken));
    }

    private bool NeedsContext(WorkItem item) => NextStep.Of(item, host.At(time.Instant())) is Step.Classify or Step.Draft;

    private EffectRequested? RequestIn(AppendResult.Appended appended) =>
        appended.Events.OfType<EffectRequested>().LastOrDefault(requested => requested.Incarnation == host.Incarnation);

    private async Task<WorkItem> RecordAsync(WorkItem item, IReadOnlyList<JournalEvent> facts, CancellationToken cancellationToken)
    {
        var request = new AppendRequest
        {
            Stream = item.Stream,
            Cause = "step",
            Decide = state => state.Version == item.Version ? facts : [],
        };
        return await journal.AppendAsync(request, cancellationToken) switch
        {
            AppendResult.Appended appended => await CarryOutAsync(appended),
            AppendResult.Nothing lost => (WorkItem)lost.Current,
            _ => throw new AiOsException("A step was recorded as a repeat, which steps never are."),
        };
    }

    /// <summary>A result is worth waiting for: while the store cannot take it, it is offered again.</summary>
    private async Task<AppendResult> RecordResultAsync(StreamId stream, EffectRequested requested, Func<WorkItem, IReadOnlyList<JournalEvent>> take)
    {
        var request = new AppendRequest
        {
            Stream = stream,
            Cause = "effect/" + requested.Effect,
            Decide = state => AndOn((WorkItem)state, take((WorkItem)state)),
        };
        for (var tried = 1; ; tried++)
        {
            try
            {
                return await journal.AppendAsync(request, CancellationToken.None);
            }
            catch (AiOsException fault) when (fault.IsTransient && tried < RecordTries)
            {
                await Task.Delay(RecordPause, time);
            }
        }
    }

    /// <summary>Some facts and all that follows from them without looking outside.</summary>
    public IReadOnlyList<JournalEvent> AndOn(WorkItem item, IReadOnlyList<JournalEvent> facts) =>
        facts.Count == 0 ? [] : [.. facts, .. steps.Run(item.Apply(facts, time.Instant()), context: null)];
}
