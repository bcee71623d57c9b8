using AiOs.Contracts;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;
using AiOs.Simulation.People;

namespace AiOs.Simulation.Soak;

/// <summary>R12: a steady stream of messages with an operator who decides, for minutes; memory, open files and the log stay flat, the queue drains.</summary>
internal sealed class SoakRun(SoakWorkspace workspace, TimeSpan length, int rate, TextWriter progress)
{
    private const int MostUnderWay = 2_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _time = TimeProvider.System;
    private long _taken;
    private long _failed;
    private int _underWay;

    public async Task<SoakFigures> RunAsync(CancellationToken cancellationToken)
    {
        await workspace.OpenAsync(cancellationToken);
        var total = (int)(length.TotalSeconds * rate);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / rate), _time);
        SoakSample? tenth = null;
        SoakSample? fifth = null;
        for (var number = 1; number <= total; number++)
        {
            await timer.WaitForNextTickAsync(cancellationToken);
            Send(number, cancellationToken);
            if (number == Math.Max(1, total / 10))
            {
                tenth = SoakSample.Take(workspace.Database);
            }

            if (number == Math.Max(1, total / 5))
            {
                fifth = SoakSample.Take(workspace.Database);
            }

            if (number % (rate * 30) == 0)
            {
                await progress.WriteLineAsync(FormattableString.Invariant($"{number} of {total} messages, {_underWay} under way"));
            }
        }

        var open = await DrainAsync(cancellationToken);
        return new SoakFigures
        {
            Tenth = tenth!,
            Fifth = fifth!,
            End = SoakSample.Take(workspace.Database),
            Messages = _taken,
            Effects = workspace.Connector.Done,
            Failed = _failed,
            Open = open,
        };
    }

    private void Send(int number, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _underWay) >= MostUnderWay)
        {
            Interlocked.Increment(ref _failed);
            return;
        }

        Interlocked.Increment(ref _underWay);
        _ = Task.Run(() => TakeAsync(number, cancellationToken), cancellationToken);
    }

    private async Task TakeAsync(int number, CancellationToken cancellationToken)
    {
        try
        {
            var receipt = await workspace.Inbox.ReceiveAsync(Mail.Of(SoakWorkspace.Seed, number, _time.GetUtcNow()), cancellationToken);
            Interlocked.Increment(ref _taken);
            await DecideAsync(receipt.WorkItem, number, cancellationToken);
        }
        catch (AiOsException fault)
        {
            Interlocked.Increment(ref _failed);
            await progress.WriteLineAsync(fault.Message);
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    private async Task DecideAsync(WorkItemId id, int number, CancellationToken cancellationToken)
    {
        var item = await workspace.Desk.FindAsync(id, cancellationToken);
        if (item?.Approvals is [.., { State: "open" } card])
        {
            var kind = number % 10 == 0 ? DecisionKind.Reject : DecisionKind.Approve;
            var decision = new OperatorDecision { Approval = card.Id, Kind = kind, Digest = card.Digest, Nonce = card.Nonce ?? string.Empty, Channel = ChannelName.Web, By = "operator" };
            await workspace.Desk.DecideAsync(decision, cancellationToken);
        }
    }

    private async Task<int> DrainAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100), _time);
        var begun = _time.GetTimestamp();
        while (true)
        {
            var open = await workspace.Store.ListWorkItemsAsync(200, null, openOnly: true, cancellationToken);
            if ((Volatile.Read(ref _underWay) == 0 && open.Count == 0) || _time.GetElapsedTime(begun) > Patience)
            {
                return open.Count;
            }

            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }
}
