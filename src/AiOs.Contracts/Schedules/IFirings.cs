namespace AiOs.Contracts.Schedules;

/// <summary>
/// Says what runs by the clock, and brings about what is due. What was dealt with is durable, so whoever calls may call too often, from any number of
/// hosts: each due moment is dealt with once.
/// </summary>
public interface IFirings
{
    /// <summary>Whose clock cron expressions mean.</summary>
    TimeZoneInfo Zone { get; }

    /// <summary>What runs by the clock now: schedules that are on and whose expressions can be used.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The schedules by name; a source that cannot be read is left out and logged.</returns>
    Task<IReadOnlyList<PlannedSchedule>> FindAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Brings about what is due of one schedule: at most one firing, which stands for the moments that were missed. One that is new, or whose
    /// expression changed, begins now and never fires for what was before. Returns after the work that was brought about rests.
    /// </summary>
    /// <param name="name">The schedule; nothing happens where it is not on.</param>
    /// <param name="cancellationToken">Gives up waiting; what is durable stays.</param>
    /// <returns>When it is dealt with.</returns>
    Task DealWithAsync(string name, CancellationToken cancellationToken);
}
