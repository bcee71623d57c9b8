using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Records;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Playbooks.Reading;
using AiOs.Kernel.Timing;

namespace AiOs.Kernel.Playbooks.Running;

/// <summary>Reads what a run can see: its subject, what that refers to, what its steps wrote, and the operator's answers.</summary>
internal sealed class ScopeReader(IRecords records, WorkspaceSettings settings, TimeProvider time)
{
    public DateOnly Today => DateOnly.FromDateTime(settings.Local(time.Instant()).DateTime);

    public async Task<PlaybookScope> ReadAsync(Occasion.PlaybookCalled called, PlaybookRun run, IReadOnlyDictionary<string, string> answers, CancellationToken cancellationToken)
    {
        var known = new Dictionary<string, RecordSnapshot>(StringComparer.Ordinal);
        if (called.Subject is { } subject && await records.FindAsync(subject, cancellationToken) is { Fields.Count: > 0 } found)
        {
            await AddAsync(known, subject.Type, found, cancellationToken);
        }

        foreach (var (name, record) in run.Written)
        {
            if (await records.FindAsync(record, cancellationToken) is { } written)
            {
                known[name] = written;
            }
        }

        return new PlaybookScope(known, answers, Today, settings.OperatorName);
    }

    /// <summary>What can be seen of one Record alone, to tell whether a playbook is for it.</summary>
    public async Task<PlaybookScope> ReadAsync(RecordSnapshot subject, CancellationToken cancellationToken)
    {
        var known = new Dictionary<string, RecordSnapshot>(StringComparer.Ordinal);
        await AddAsync(known, subject.Id.Type, subject, cancellationToken);
        return new PlaybookScope(known, new Dictionary<string, string>(), Today, settings.OperatorName);
    }

    private async Task AddAsync(Dictionary<string, RecordSnapshot> known, string type, RecordSnapshot subject, CancellationToken cancellationToken)
    {
        known[type] = subject;
        foreach (var rule in KnownNames.ReferencesOf(type))
        {
            if (subject.Fields.GetValueOrDefault(rule.Name)?.Value is { } value && RecordId.TryParse(value, out var id) && await records.FindAsync(id, cancellationToken) is { Fields.Count: > 0 } other)
            {
                known[rule.Name] = other;
            }
        }
    }
}
