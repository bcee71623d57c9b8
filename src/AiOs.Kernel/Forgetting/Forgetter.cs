using System.Globalization;
using AiOs.Contracts;
using AiOs.Contracts.Events;
using AiOs.Contracts.Forgetting;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal;
using AiOs.Kernel.WorkItems;
using Microsoft.Extensions.Logging;

namespace AiOs.Kernel.Forgetting;

/// <summary>
/// Forgets people. The intent is journalled first, then written to the list outside, so that a crash at any moment is completed by the next
/// start; the work items are closed while they can still be read, and the keys go last.
/// </summary>
internal sealed partial class Forgetter(WorkspaceJournal journal, StreamFinder finder, SubjectReader subjects, ErasureList erasures, Eraser eraser, StepRecorder recorder, ForgetReport report, HostState host, TimeProvider time, ILogger<Forgetter> logger) : IForget
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private const string Nobody = "That is no mail address of somebody else, and no Record that exists; name somebody like anna@berg.example or client/berg.";

    public async Task<ForgetOutcome> LookAsync(string who, CancellationToken cancellationToken) =>
        await ScopeOfAsync(who, cancellationToken) is { } scope
            ? report.Of(await finder.FindAsync(scope, [], cancellationToken), done: false, files: 0)
            : new ForgetOutcome(Found: false, Nobody);

    public async Task<ForgetOutcome> ForgetAsync(string who, ChannelName channel, string by, CancellationToken cancellationToken)
    {
        if (host.FrozenBecause is { } damaged)
        {
            return new ForgetOutcome(Found: false, "Nobody can be forgotten now: " + damaged);
        }

        if (await ScopeOfAsync(who, cancellationToken) is not { } scope)
        {
            return new ForgetOutcome(Found: false, Nobody);
        }

        await CompleteAsync(cancellationToken);
        var found = await finder.FindAsync(scope, [], cancellationToken);
        if (found.Streams.Count == 0)
        {
            return report.Of(found, done: false, await eraser.RemoveFilesAsync(found, text => subjects.Names(scope.People, text), cancellationToken));
        }

        await journal.AppendAsync(Begin(scope, found.Streams.Count, channel, by), cancellationToken);
        return report.Of(found, done: true, await EraseAsync(scope, CancellationToken.None));
    }

    /// <summary>Completes what an earlier start began.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        if (host.FrozenBecause is not null || await journal.LoadAsync(StreamId.Workspace, cancellationToken) is not WorkspaceStream { Open: { Count: > 0 } open })
        {
            return;
        }

        foreach (var begun in open.Values)
        {
            await EraseAsync(new ForgetScope(begun.Forgetting, begun.People.ToHashSet(), begun.Records), cancellationToken);
        }
    }

    /// <summary>Completes it as a host does: what the store or a folder cannot do now is tried again.</summary>
    public async Task CompleteUntilDoneAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await CompleteAsync(cancellationToken);
                return;
            }
            catch (AiOsException fault) when (!cancellationToken.IsCancellationRequested)
            {
                LogNotYet(logger, fault);
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
    }

    private async Task<int> EraseAsync(ForgetScope scope, CancellationToken cancellationToken)
    {
        // Looked for again after the intent is durable: what came in meanwhile is forgotten too.
        var found = await finder.FindAsync(scope, erasures.Of(scope.Forgetting), cancellationToken);
        erasures.Add(scope.Forgetting, found.Streams);
        foreach (var stream in found.Streams)
        {
            if (WorkItemId.TryParse(stream.Value, out var item))
            {
                await recorder.RecordAsync(item, "forget/" + scope.Forgetting, (state, _) => state.IsForgotten ? [] : [new WorkItemForgotten(scope.Forgetting)], cancellationToken);
            }
        }

        return await eraser.EraseAsync(scope, found, text => subjects.Names(scope.People, text), cancellationToken);
    }

    private async Task<ForgetScope?> ScopeOfAsync(string who, CancellationToken cancellationToken) =>
        await subjects.ResolveAsync(who, cancellationToken) is var (addresses, record)
            ? new ForgetScope(report.NewName(), addresses.Select(subjects.HashOf).ToHashSet(), record is { } named ? [named] : [])
            : null;

    private static AppendRequest Begin(ForgetScope scope, int streams, ChannelName channel, string by) => new()
    {
        Stream = StreamId.Workspace,
        Cause = string.Create(CultureInfo.InvariantCulture, $"forget/{scope.Forgetting}"),
        Decide = _ => [new PersonForgotten(scope.Forgetting, [.. scope.People.Order(StringComparer.Ordinal)], scope.Records, streams, channel, by)],
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "A forgetting that was begun could not be completed yet; it is tried again within seconds.")]
    private static partial void LogNotYet(ILogger logger, Exception fault);
}
