namespace AiOs.Channels.Teams.Connector;

/// <summary>How fast messages may follow each other: so many within a span, each of several spans at once.</summary>
/// <param name="Limits">The spans and how many each takes.</param>
internal sealed record Pace(IReadOnlyList<(int Most, TimeSpan Span)> Limits)
{
    /// <summary>What Teams takes of one bot in one conversation.</summary>
    public static Pace OfConversation { get; } = new([(7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30)), (1800, TimeSpan.FromHours(1))]);

    /// <summary>What Teams takes of one app in one tenant.</summary>
    public static Pace OfTenant { get; } = new([(30, TimeSpan.FromSeconds(1))]);

    /// <summary>How many of the latest calls have to be known.</summary>
    public int Memory => Limits.Max(static limit => limit.Most);

    /// <summary>How long the next call has to wait.</summary>
    /// <param name="calls">When the latest calls were made, the oldest first.</param>
    /// <param name="now">Now.</param>
    /// <returns>Zero where it need not.</returns>
    public TimeSpan WaitOf(IReadOnlyList<DateTimeOffset> calls, DateTimeOffset now)
    {
        var wait = TimeSpan.Zero;
        foreach (var (most, span) in Limits)
        {
            if (calls.Count >= most && calls[^most] + span - now is var left && left > wait)
            {
                wait = left;
            }
        }

        return wait;
    }
}
