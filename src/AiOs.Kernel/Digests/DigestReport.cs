using AiOs.Contracts.Charts;
using AiOs.Kernel.Digests.Counting;
using AiOs.Kernel.Digests.Standing;

namespace AiOs.Kernel.Digests;

/// <summary>All that a digest tells: what happened in a window, and how things stand.</summary>
/// <param name="Window">The window.</param>
/// <param name="Tally">What happened in it.</param>
/// <param name="Standing">How things stand.</param>
internal sealed record DigestReport(DigestWindow Window, DigestTally Tally, DigestStanding Standing)
{
    /// <summary>Why it comes late; nothing where it does not.</summary>
    public string? Late { get; init; }

    /// <summary>The money of the last days, for a picture.</summary>
    public ChartData? Money { get; init; }

    /// <summary>Whether there is nothing to tell but that.</summary>
    public bool IsQuiet =>
        Standing is { Waiting: 0, FrozenBecause: null, Offers.Count: 0, UntoldCalls: 0 }
        && Tally is { Failed: 0, Expired: 0, Approved: 0, Rejected: 0, CameIn: 0, InvoicesPaid: 0, BillsPaid: 0, Out.Count: 0, In.Count: 0, Bills.Count: 0 }
        && Tally.Models.All(static one => one.Cost.Minor == 0)
        && Tally.Done.All(static one => KindWords.IsRoutine(one.Kind));
}
