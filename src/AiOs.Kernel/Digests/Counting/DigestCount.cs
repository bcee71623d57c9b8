using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;

namespace AiOs.Kernel.Digests.Counting;

/// <summary>Counts what happened in a window. Pure: commits in, figures out.</summary>
internal static class DigestCount
{
    private const string Work = "work/";
    private const string Invoice = "record/invoice/";

    /// <summary>Counts.</summary>
    /// <param name="window">The window.</param>
    /// <param name="commits">Its commits, in order; others among them are left out.</param>
    /// <param name="earlier">What stands in a stream before the window, of each stream that <see cref="NeedsEarlier"/> names.</param>
    /// <param name="zone">Whose days.</param>
    public static DigestTally Of(DigestWindow window, IEnumerable<FeedCommit> commits, IReadOnlyDictionary<StreamId, IReadOnlyList<FeedCommit>> earlier, TimeZoneInfo zone)
    {
        var tally = new TallyDraft();
        foreach (var stream in commits.Where(commit => window.Has(commit.Position)).GroupBy(commit => commit.Stream))
        {
            var before = earlier.GetValueOrDefault(stream.Key) ?? [];
            var all = before.Where(commit => commit.Position <= window.After).Concat(stream).OrderBy(commit => commit.Position);
            if (stream.Key.Value.StartsWith(Work, StringComparison.Ordinal))
            {
                new WorkCount(stream.Key, window, tally).Take(all, zone);
            }
            else if (stream.Key.Value.StartsWith(Invoice, StringComparison.Ordinal))
            {
                new InvoiceCount(window, tally).Take(all);
            }
            else
            {
                Take(stream, tally, zone);
            }
        }

        return tally.Build();
    }

    /// <summary>Whether a stream has to be read from its beginning: what an effect spends, and who said yes, may have been said before the window.</summary>
    public static bool NeedsEarlier(FeedCommit first) =>
        first.Version > 1 && (first.Stream.Value.StartsWith(Work, StringComparison.Ordinal) || first.Stream.Value.StartsWith(Invoice, StringComparison.Ordinal));

    private static void Take(IEnumerable<FeedCommit> commits, TallyDraft tally, TimeZoneInfo zone)
    {
        foreach (var commit in commits)
        {
            foreach (var happened in commit.Events)
            {
                if (happened is ModelMoneySettled settled)
                {
                    var local = TimeZoneInfo.ConvertTime(commit.At, zone);
                    tally.AddModel(settled, new DateOnly(local.Year, local.Month, local.Day));
                }
                else if (happened is MessageRefused refused)
                {
                    tally.AddFailure($"refused by {refused.Channel}: {refused.Code}");
                }
            }
        }
    }
}
