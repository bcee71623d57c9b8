using System.Collections.Concurrent;
using AiOs.Contracts.Schedules;

namespace AiOs.Jobs.Tests;

/// <summary>Knows the schedules that it is told of, and counts what it is asked to deal with.</summary>
internal sealed class ScriptedFirings : IFirings
{
    private readonly ConcurrentDictionary<string, int> _dealt = new(StringComparer.Ordinal);

    public TimeZoneInfo Zone => TimeZoneInfo.Utc;

    public IReadOnlyList<PlannedSchedule> Plans { get; set; } = [];

    public Func<string, CancellationToken, Task> Does { get; set; } = (_, _) => Task.CompletedTask;

    public int Dealt(string name) => _dealt.GetValueOrDefault(name);

    public Task<IReadOnlyList<PlannedSchedule>> FindAsync(CancellationToken cancellationToken) => Task.FromResult(Plans);

    public Task DealWithAsync(string name, CancellationToken cancellationToken)
    {
        _dealt.AddOrUpdate(name, 1, (_, count) => count + 1);
        return Does(name, cancellationToken);
    }
}
