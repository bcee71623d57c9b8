using AiOs.Contracts.Approvals;
using AiOs.Contracts.Records;
using AiOs.Contracts.Records.Negotiations;
using AiOs.Contracts.Records.Owners;
using AiOs.Contracts.Records.Schemas;
using AiOs.Kernel.Grounding;

namespace AiOs.Kernel.Records;

/// <summary>What of a report a Record takes over, and what differs and stays. Pure.</summary>
/// <param name="Written">The fields that change.</param>
/// <param name="Differences">What is not taken over, one sentence each.</param>
/// <param name="Drifts">What is not taken over although it could stand there.</param>
internal sealed record ReportedFields(IReadOnlyDictionary<string, RecordField> Written, IReadOnlyList<string> Differences, IReadOnlyList<Drift> Drifts)
{
    public static ReportedFields Of(RecordReport report, RecordState record, AuthorityMap owners)
    {
        var written = new SortedDictionary<string, RecordField>(StringComparer.Ordinal);
        var differences = new List<string>();
        var drifts = new List<Drift>();
        foreach (var (name, value) in report.Fields.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            var there = record.Fields.GetValueOrDefault(name);
            var owner = owners.OwnerOf(report.Record.Type, name);
            var mine = owner == FieldOwner.Connector(report.Connector);
            var field = new RecordField(value, mine ? Provenance.Record : Provenance.External);
            if (FaultIn(report, name, value) is { } fault)
            {
                differences.Add($"{report.Connector} says something of {report.Record} that cannot be kept: {fault}.");
            }
            else if (there?.Value != value && (mine || (owner == FieldOwner.Agent && (there is null || !Passages.IsConfirmed(there)))))
            {
                written[name] = field;
            }
            else if (there?.Value == value && mine && there != field && there.Provenance is not Provenance.Operator)
            {
                written[name] = field;
            }
            else if (there?.Value != value)
            {
                drifts.Add(new Drift(report.Connector, report.Record, name, record.Version, there?.Value, value));
                differences.Add($"{name} of {report.Record} is {there?.Value ?? "empty"}; {report.Connector} says {value}, and it is {(owner == FieldOwner.Agent ? "confirmed as it stands" : $"for {owner.Words} to say")}.");
            }
        }

        // What is written with it is one version more.
        return new ReportedFields(written, differences, written.Count == 0 ? drifts : [.. drifts.Select(drift => drift with { Version = drift.Version + 1 })]);
    }

    private static string? FaultIn(RecordReport report, string name, string value) =>
        NegotiationLedger.NumberOf(name) is not null ? "an entry of a ledger is no connector's to write" : RecordType.Find(report.Record.Type)?.RuleOf(name)?.FaultIn(value);
}
