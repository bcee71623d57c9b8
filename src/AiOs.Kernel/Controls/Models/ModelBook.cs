using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Budgets;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal.Chain;
using AiOs.Kernel.Timing;

namespace AiOs.Kernel.Controls.Models;

/// <summary>
/// Every call of a model in this month, read from the clear part of the journal: commit by commit from where the last look ended. A call counts on the day
/// it was set aside on, as for the caps, and one whose end is overdue counts in full.
/// </summary>
internal sealed class ModelBook(IJournalStore store, WorkspaceSettings settings, TimeProvider time) : IDisposable
{
    private const int PageSize = 500;

    private readonly SemaphoreSlim _reading = new(1);
    private readonly Dictionary<CommitId, CalledModel> _calls = [];
    private long _position;

    /// <summary>The calls of the month that it is now.</summary>
    public async Task<IReadOnlyList<CalledModel>> ThisMonthAsync(CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            await ReadOnAsync(cancellationToken);
            var now = time.Instant();
            var month = settings.Local(now).Day().FirstOfMonth();
            // A call that began in the month before may end in this one, and counts in that.
            foreach (var old in _calls.Where(call => call.Value.Day < month.AddMonths(-1)).Select(static call => call.Key).ToArray())
            {
                _calls.Remove(old);
            }

            return [.. _calls.Values.Where(call => call.Day.FirstOfMonth() == month && (call.Settled || now >= call.Deadline))];
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();

    private async Task ReadOnAsync(CancellationToken cancellationToken)
    {
        while (await store.ReadAsync(_position + 1, PageSize, cancellationToken) is { Count: > 0 } page)
        {
            foreach (var stored in page)
            {
                var commit = CommitReader.Read(stored, key: null);
                foreach (var happened in commit.Events)
                {
                    Take(happened, settings.Local(commit.At).Day());
                }

                _position = commit.Position;
            }
        }
    }

    private void Take(JournalEvent happened, DateOnly day)
    {
        switch (happened)
        {
            case ModelMoneyReserved reserved:
                _calls.TryAdd(reserved.Call, new CalledModel(reserved.Agent, day, Exact(reserved.Exact, reserved.Amount), reserved.WorkItem) { Deadline = reserved.Deadline });
                break;
            case ModelMoneySettled settled:
                var on = _calls.GetValueOrDefault(settled.Call);
                _calls[settled.Call] = new CalledModel(settled.Agent, on?.Day ?? day, Exact(settled.Exact, settled.Amount), settled.WorkItem ?? on?.WorkItem)
                {
                    Settled = true,
                    Tokens = (settled.InputTokens ?? 0) + (settled.OutputTokens ?? 0),
                };
                break;
            default:
                break;
        }
    }

    private static ExactMoney Exact(long? billionths, Money amount) => billionths is { } exact ? new ExactMoney(Math.Max(0, exact), amount.Currency) : ExactMoney.Of(amount);
}
