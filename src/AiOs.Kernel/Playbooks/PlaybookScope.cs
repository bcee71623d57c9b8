using System.Globalization;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Records;

namespace AiOs.Kernel.Playbooks;

/// <summary>All that a step can see: the Records of the run, the operator's answers and the day. It notes which Records were looked at.</summary>
internal sealed class PlaybookScope(IReadOnlyDictionary<string, RecordSnapshot> records, IReadOnlyDictionary<string, string> answers, DateOnly today, string? operatorName)
{
    public const string Answer = "answer";
    public const string Operator = "operator";

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public DateOnly Today => today;

    /// <summary>The Records that were looked at, in the versions that were read.</summary>
    public IReadOnlyList<RecordVersion> Watched =>
        [.. _seen.Order(StringComparer.Ordinal).Select(alias => records[alias]).DistinctBy(record => record.Id).Select(record => new RecordVersion(record.Id, record.Version))];

    public IReadOnlyList<RecordSnapshot> All => [.. records.Values.DistinctBy(record => record.Id)];

    /// <summary>The Record that a name stands for.</summary>
    public RecordSnapshot? Record(string alias)
    {
        if (!records.TryGetValue(alias, out var record))
        {
            return null;
        }

        _seen.Add(alias);
        return record;
    }

    /// <summary>A value; nothing where it is not known.</summary>
    public string? Find(string alias, string field) => alias switch
    {
        Answer => answers.GetValueOrDefault(field),
        Operator => operatorName ?? string.Empty,
        "today" => today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Record(alias)?.Fields.GetValueOrDefault(field)?.Value is { Length: > 0 } value ? value : null,
    };
}
