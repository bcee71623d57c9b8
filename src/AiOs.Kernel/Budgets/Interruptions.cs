using System.Collections.Immutable;
using AiOs.Contracts.Events;

namespace AiOs.Kernel.Budgets;

/// <summary>How often the operator was interrupted, per day of their time zone. Questions of tier 2 and 3 always interrupt.</summary>
internal sealed record Interruptions
{
    // A day more on each side, since a clock may be a day off.
    private const int DaysKept = 3;

    private const int FirstTierThatAlwaysInterrupts = 2;

    /// <summary>Questions that interrupted, for the newest days.</summary>
    public ImmutableSortedDictionary<DateOnly, int> Days { get; init; } = ImmutableSortedDictionary<DateOnly, int>.Empty;

    public Interruptions Apply(JournalEvent happened, DateTimeOffset localAt)
    {
        if (happened is not ApprovalRequested { Quiet: not true })
        {
            return this;
        }

        var days = Days.SetItem(localAt.Day(), On(localAt) + 1);
        return new Interruptions { Days = days.Count > DaysKept ? days.Remove(days.Keys.First()) : days };
    }

    /// <summary>How many there were on that day.</summary>
    public int On(DateTimeOffset local) => Days.GetValueOrDefault(local.Day());

    /// <summary>Whether the next question interrupts; else it waits for the digest.</summary>
    /// <param name="perDay">How many a day the policy allows.</param>
    /// <param name="tier">The question's tier, 1 to 3.</param>
    /// <param name="local">Now, in the operator's time zone.</param>
    /// <returns>Whether it interrupts.</returns>
    public bool Next(int perDay, int tier, DateTimeOffset local) => tier >= FirstTierThatAlwaysInterrupts || On(local) < perDay;
}
