using AiOs.Contracts.Approvals;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Records;
using AiOs.Kernel.Journal;

namespace AiOs.Testing.Kernel;

/// <summary>Records that stand in a workspace before a test begins, and what stands in them.</summary>
internal static class KnownRecords
{
    /// <summary>Writes the next version of a Record, as a connector or an earlier work item would have.</summary>
    public static async Task WriteAsync(this KernelHarness harness, RecordId record, string field, string value, Provenance provenance, string person)
    {
        var request = new AppendRequest
        {
            Stream = StreamId.Of(record),
            Cause = "test",
            Decide = at =>
            [
                new RecordWritten(record, at.State.Version + 1, new EffectId(harness.Process.Get<Contracts.Ports.IdSource>().Next()))
                {
                    Personal = new RecordWritten.Values(new Dictionary<string, RecordField> { [field] = new(value, provenance) }) { People = [person] },
                },
            ],
        };
        await harness.Process.Journal.AppendAsync(request, CancellationToken.None);
    }

    /// <summary>What a field says now.</summary>
    public static async Task<RecordField?> FieldAsync(this KernelHarness harness, RecordId record, string field)
    {
        var state = await harness.Process.Journal.LoadAsync(StreamId.Of(record), CancellationToken.None);
        return ((AiOs.Kernel.Records.RecordState)state).Fields.GetValueOrDefault(field);
    }
}
