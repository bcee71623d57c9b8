using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Digests.Counting;
using AiOs.Kernel.Digests.Standing;
using AiOs.Kernel.Digests.Words;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Timing;

namespace AiOs.Kernel.Digests;

/// <summary>
/// Gathers what a digest tells. It reads the window and, of what happened in it, the streams that began before; never the journal from its beginning.
/// </summary>
internal sealed class DigestMaker(IJournalFeed feed, IJournalStore store, WorkspaceJournal journal, StandingReader standing, WorkspaceSettings settings, TimeProvider time)
{
    private const int PageSize = 256;

    public async Task<DigestReport> MakeAsync(DigestWindow window, CancellationToken cancellationToken)
    {
        var commits = new List<FeedCommit>();
        for (var after = window.After; after < window.UpTo;)
        {
            var page = await feed.ReadAsync(after, (int)Math.Min(PageSize, window.UpTo - after), cancellationToken);
            if (page.Count == 0)
            {
                break;
            }

            commits.AddRange(page);
            after = page[^1].Position;
        }

        var earlier = new Dictionary<StreamId, IReadOnlyList<FeedCommit>>();
        foreach (var first in commits.DistinctBy(static commit => commit.Stream).Where(DigestCount.NeedsEarlier))
        {
            earlier[first.Stream] = await feed.ReadStreamAsync(first.Stream, cancellationToken);
        }

        var tally = DigestCount.Of(window, commits, earlier, settings.TimeZone);
        var local = settings.Local(window.Until);
        var today = new DateOnly(local.Year, local.Month, local.Day);
        return new DigestReport(window, tally, await standing.ReadAsync(time.Instant(), cancellationToken))
        {
            Money = MoneyChart.Of(journal.Ledger.Budget, today, settings.Currency),
        };
    }

    /// <summary>From the first commit of the operator's day until now.</summary>
    public async Task<DigestWindow> TodayAsync(CancellationToken cancellationToken)
    {
        var now = time.Instant();
        var midnight = MidnightBefore(settings.Local(now).Date);
        return await SinceAsync(midnight, now, cancellationToken);
    }

    /// <summary>From the first commit that is not before a moment until now: found by halving, since positions and moments rise together but for a clock that went back.</summary>
    public async Task<DigestWindow> SinceAsync(DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var head = (await store.HeadAsync(cancellationToken)).Position;
        var (low, high) = (0L, head);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = await feed.ReadAsync(middle, 1, cancellationToken) is [var commit, ..] && commit.At < since ? (middle + 1, high) : (low, middle);
        }

        return new DigestWindow(low, head, since, now);
    }

    /// <summary>The first moment of a day; where midnight is skipped, the first that exists after it.</summary>
    private DateTimeOffset MidnightBefore(DateTime day)
    {
        var first = day;
        while (settings.TimeZone.IsInvalidTime(first))
        {
            first = first.AddMinutes(15);
        }

        var offset = settings.TimeZone.IsAmbiguousTime(first) ? settings.TimeZone.GetAmbiguousTimeOffsets(first).Max() : settings.TimeZone.GetUtcOffset(first);
        return new DateTimeOffset(DateTime.SpecifyKind(first, DateTimeKind.Unspecified), offset).ToUniversalTime();
    }
}
