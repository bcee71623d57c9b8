namespace AiOs.Connectors.Resilience;

/// <summary>How much an outside part is asked at once, and when it is left alone.</summary>
internal sealed record GuardOptions
{
    /// <summary>What the part is called in a sentence, such as <c>mail</c>.</summary>
    public required string Name { get; init; }

    /// <summary>How many calls run at once.</summary>
    public int MostAtOnce { get; init; } = 4;

    /// <summary>How many calls wait for one of those to end: a page of cards that is approved at once fits.</summary>
    public int MostWaiting { get; init; } = 64;

    /// <summary>How long one waits: it has its deadline while it does.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>When to come back where the part was full, or is being probed.</summary>
    public TimeSpan ComeBackAfter { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The share of faults in <see cref="Window"/> from which on the part rests.</summary>
    public double FaultShare { get; init; } = 0.5;

    /// <summary>How many attempts the window must hold before the share says anything.</summary>
    public int FewestAttempts { get; init; } = 5;

    /// <summary>How far back attempts count.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long the first rest is; each rest after a failed probe is twice as long as the one before.</summary>
    public TimeSpan FirstRest { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a rest is at most.</summary>
    public TimeSpan LongestRest { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How often a read is made at most.</summary>
    public int ReadsAtMost { get; init; } = 3;

    /// <summary>The wait before the second read; it doubles and is spread by chance.</summary>
    public TimeSpan ReadPause { get; init; } = TimeSpan.FromMilliseconds(400);
}
