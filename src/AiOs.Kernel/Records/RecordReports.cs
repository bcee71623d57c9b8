using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Records.Owners;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Journal.Sealing;

namespace AiOs.Kernel.Records;

/// <summary>Writes what connectors report. It is no effect: nothing is decided here but what the authority map says of each field.</summary>
internal sealed class RecordReports(WorkspaceJournal journal, Vault vault, AuthorityMap owners, IdSource ids) : IRecordReports
{
    public async Task<ReportOutcome> TakeAsync(RecordReport report, CancellationToken cancellationToken)
    {
        if (StreamId.Of(report.Record) == StreamId.Policy)
        {
            return new ReportOutcome(Taken: false, [$"{report.Connector} cannot say what stands in the policy."]);
        }

        var source = FieldOwner.Connector(report.Connector).Name;
        var compared = new ReportOutcome(Taken: false, []);
        var id = new EffectId(ids.Next());
        var request = new AppendRequest
        {
            Stream = StreamId.Of(report.Record),
            Cause = source,
            Dedupe = vault.DedupeHash($"{source}\n{report.Record}\n{report.Change}"),
            Decide = at => Decide(report, at.State, id, source, out compared),
        };
        var appended = await journal.AppendUntilTakenAsync(request, cancellationToken);
        if (appended is AppendResult.Repeat)
        {
            // What was taken is not taken again, and what differs still differs.
            _ = Decide(report, await journal.LoadAsync(request.Stream, cancellationToken), id, source, out compared);
        }

        return compared with { Taken = appended is AppendResult.Appended };
    }

    private IReadOnlyList<JournalEvent> Decide(RecordReport report, Aggregate state, EffectId id, string source, out ReportOutcome compared)
    {
        var record = (RecordState)state;
        if (record.Into is { } into)
        {
            compared = new ReportOutcome(Taken: false, [$"{report.Record} was merged into {into}; {report.Connector} still keeps it apart."]);
            return [];
        }

        var reported = ReportedFields.Of(report, record, owners);
        compared = new ReportOutcome(Taken: false, reported.Differences) { Drifts = reported.Drifts };
        return reported.Written.Count == 0
            ? []
            : [new RecordWritten(report.Record, record.Version + 1, id) { Source = source, Personal = ValuesOf(report, reported) }];
    }

    private static RecordWritten.Values ValuesOf(RecordReport report, ReportedFields reported)
    {
        string[] people = [.. report.People, .. RecordLinks.Of(report.Record, reported.Written)];
        return new RecordWritten.Values(reported.Written) { ValidFrom = report.ValidFrom, People = people.Length > 0 ? people : null };
    }
}
