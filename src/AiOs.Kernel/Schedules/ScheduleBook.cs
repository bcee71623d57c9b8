using AiOs.Contracts.Records;
using AiOs.Contracts.Records.Schemas;
using AiOs.Contracts.Schedules;
using AiOs.Kernel.Schedules.Sources;
using Microsoft.Extensions.Logging;

namespace AiOs.Kernel.Schedules;

/// <summary>All schedules, wherever they are written down. The first source that has a name keeps it; a Record of that name can stop it.</summary>
internal sealed partial class ScheduleBook(IEnumerable<IScheduleSource> sources, IRecords records, ICron cron, ILogger<ScheduleBook> logger)
{
    private const int LongestName = 100;

    private readonly IReadOnlyList<IScheduleSource> _sources = [.. sources];

    public async Task<IReadOnlyList<BookedSchedule>> ReadAsync(CancellationToken cancellationToken)
    {
        var plans = new List<PlannedSchedule>();
        foreach (var source in _sources)
        {
            plans.AddRange(await FindAsync(source, cancellationToken));
        }

        var stopped = await StoppedAsync(cancellationToken);
        return [.. plans.DistinctBy(plan => plan.Name).OrderBy(plan => plan.Name, StringComparer.Ordinal)
            .Select(plan => new BookedSchedule(plan, !stopped.Contains(plan.Name), FaultIn(plan)))];
    }

    /// <summary>One source that cannot be read must not stop what the others know.</summary>
    private async Task<IReadOnlyList<PlannedSchedule>> FindAsync(IScheduleSource source, CancellationToken cancellationToken)
    {
        try
        {
            return await source.FindAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is not (OutOfMemoryException or OperationCanceledException))
        {
            LogSource(logger, fault, source.GetType().Name);
            return [];
        }
    }

    private async Task<HashSet<string>> StoppedAsync(CancellationToken cancellationToken) =>
        [.. (await records.AllAsync(RecordType.Schedule.Name, cancellationToken)).Where(OperatorSaid.IsStopped).Select(record => record.Id.Key)];

    private string? FaultIn(PlannedSchedule plan) =>
        plan.Name.Length is 0 or > LongestName || !plan.Name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-')
            ? "its name is not 1 to 100 small letters, digits and hyphens"
            : cron.FaultIn(plan.Cron);

    [LoggerMessage(Level = LogLevel.Error, Message = "The schedules of {Source} could not be read; they are looked for again.")]
    private static partial void LogSource(ILogger logger, Exception fault, string source);
}
