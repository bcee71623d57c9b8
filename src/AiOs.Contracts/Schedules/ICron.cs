namespace AiOs.Contracts.Schedules;

/// <summary>
/// Reads Quartz's cron expressions: second, minute, hour, day of month, month, day of week and, where wanted, year. Pure: the same question has
/// the same answer.
/// </summary>
public interface ICron
{
    /// <summary>What is wrong with an expression.</summary>
    /// <param name="expression">The expression.</param>
    /// <returns>One short clause; nothing where it can be used.</returns>
    string? FaultIn(string expression);

    /// <summary>
    /// The first moment after another one. A local time that a zone skips falls on the first one that exists after it; one that comes twice counts
    /// once.
    /// </summary>
    /// <param name="expression">An expression without a fault.</param>
    /// <param name="zone">Whose clock it means.</param>
    /// <param name="after">The moment, which is left out.</param>
    /// <returns>The moment, UTC; nothing where there is none any more.</returns>
    DateTimeOffset? Next(string expression, TimeZoneInfo zone, DateTimeOffset after);
}
