using AiOs.Contracts.Context;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Records;
using AiOs.Kernel.Journal;

namespace AiOs.Kernel.Records;

/// <summary>Takes corrections back at the operator's own command.</summary>
internal sealed class Withdrawals(WorkspaceJournal journal, IdSource ids)
{
    /// <summary>A lesson counts no more.</summary>
    public Task WithdrawAsync(long number, ChannelName channel, string by, CancellationToken cancellationToken) => journal.AppendAsync(
        new AppendRequest { Stream = StreamId.Corrections, Cause = "correction", Decide = _ => [new CorrectionWithdrawn(number, channel, by)] },
        cancellationToken);

    /// <summary>A corrected fact gets its earlier value again, with the provenance that it had, as one more version. Nothing where it was written since.</summary>
    public async Task<bool> RestoreAsync(Lesson.Restated restated, ChannelName channel, string by, CancellationToken cancellationToken)
    {
        var request = new AppendRequest
        {
            Stream = StreamId.Of(restated.Record),
            Cause = "correction",
            Decide = at => at.State is RecordState record && record.Fields.GetValueOrDefault(restated.Field) == restated.After
                ? [new RecordWritten(restated.Record, record.Version + 1, new EffectId(ids.Next())) { Personal = new RecordWritten.Values(new Dictionary<string, RecordField> { [restated.Field] = restated.Before }) }]
                : [],
        };
        if (await journal.AppendAsync(request, cancellationToken) is not AppendResult.Appended)
        {
            return false;
        }

        await WithdrawAsync(restated.Number, channel, by, cancellationToken);
        return true;
    }
}
