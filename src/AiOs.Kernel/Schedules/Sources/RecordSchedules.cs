using AiOs.Contracts.Records;
using AiOs.Contracts.Records.Schemas;
using AiOs.Contracts.Schedules;

namespace AiOs.Kernel.Schedules.Sources;

/// <summary>What the operator said in chat.</summary>
internal sealed class RecordSchedules(IRecords records) : IScheduleSource
{
    public async Task<IReadOnlyList<PlannedSchedule>> FindAsync(CancellationToken cancellationToken)
    {
        var said = await records.AllAsync(RecordType.Schedule.Name, cancellationToken);
        var playbooks = said.Count == 0 ? [] : await records.AllAsync(RecordType.Playbook.Name, cancellationToken);
        return [.. said.Select(record => OperatorSaid.Read(record, playbooks)).OfType<PlannedSchedule>()];
    }
}
