using AiOs.Contracts.Ports;

namespace AiOs.Jobs;

/// <summary>Waits until what runs by the clock may have changed: until a Record of a schedule or of a playbook was written.</summary>
internal sealed class PlanWatch(IJournalFeed feed, IJournalStore store, TimeProvider time)
{
    private const int BatchSize = 200;

    private static readonly string[] Prefixes = ["record/schedule/", "record/playbook/"];

    private long? _position;

    /// <summary>Waits for a change since the last call that saw one.</summary>
    /// <param name="atMost">So long at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(atMost, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            while (!await ReadAsync(either.Token))
            {
                await feed.WaitAsync(_position!.Value, either.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Long enough.
        }
    }

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (_position is not { } after)
        {
            // What was written before this is known may have been missed, so the first look is followed by another one.
            _position = (await store.HeadAsync(cancellationToken)).Position;
            return true;
        }

        var changed = false;
        while (await feed.ReadAsync(after, BatchSize, cancellationToken) is { Count: > 0 } commits)
        {
            changed |= commits.Any(commit => Array.Exists(Prefixes, prefix => commit.Stream.Value.StartsWith(prefix, StringComparison.Ordinal)));
            _position = after = commits[^1].Position;
        }

        return changed;
    }
}
