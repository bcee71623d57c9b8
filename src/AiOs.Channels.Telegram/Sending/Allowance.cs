namespace AiOs.Channels.Telegram.Sending;

/// <summary>What a rate leaves. Times are readings of a clock that only goes forward.</summary>
/// <param name="Rate">The rate.</param>
/// <param name="SpentUntil">When all that was taken is paid for by waiting.</param>
internal readonly record struct Allowance(Rate Rate, TimeSpan SpentUntil)
{
    /// <summary>When the next one may happen.</summary>
    public TimeSpan NextAt(TimeSpan now)
    {
        var at = SpentUntil - ((Rate.Burst - 1) * Rate.Interval);
        return at > now ? at : now;
    }

    /// <summary>What is left after one that happens at this time.</summary>
    public Allowance Taken(TimeSpan at) => this with { SpentUntil = (SpentUntil > at ? SpentUntil : at) + Rate.Interval };

    /// <summary>What is left where nothing may happen before this time, and then slowly.</summary>
    public Allowance PausedUntil(TimeSpan until)
    {
        var spent = until + ((Rate.Burst - 1) * Rate.Interval);
        return this with { SpentUntil = SpentUntil > spent ? SpentUntil : spent };
    }

    /// <summary>Whether nothing of it is taken any more, so that it need not be remembered.</summary>
    public bool IsWhole(TimeSpan now) => SpentUntil <= now;
}
