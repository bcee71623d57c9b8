using AiOs.Contracts.Records.Schemas;

namespace AiOs.Kernel.Playbooks.Reading;

/// <summary>The names that a playbook may use at a place in it: its subject, what the subject refers to, and what earlier steps brought.</summary>
internal sealed class KnownNames
{
    private static readonly string[] Own = [PlaybookScope.Answer, PlaybookScope.Operator, "today", "policy", "playbook"];

    private readonly SortedSet<string> _records = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _answers = new(StringComparer.Ordinal);

    /// <summary>The type that the playbook is for; nothing where it is for none.</summary>
    public string? Subject { get; private set; }

    public string Words => string.Join(", ", _records.Select(name => name + ".FIELD").Concat(_answers.Select(name => "answer." + name)).Concat(["operator.name", "today"]));

    public bool IsTaken(string name) => Own.Contains(name) || _records.Contains(name);

    public void Open(string type)
    {
        Subject = type;
        _records.Add(type);
        _records.UnionWith(ReferencesOf(type).Select(rule => rule.Name));
    }

    public void Answered(string step) => _answers.Add(step);

    public void Written(string step) => _records.Add(step);

    public bool IsRecord(string alias) => _records.Contains(alias);

    public bool Knows(Placeholder placeholder) => placeholder.Alias switch
    {
        "today" => placeholder.Field.Length == 0,
        PlaybookScope.Operator => placeholder.Field == "name",
        PlaybookScope.Answer => _answers.Contains(placeholder.Field),
        _ => _records.Contains(placeholder.Alias),
    };

    /// <summary>The fields of a type that name other Records.</summary>
    public static IEnumerable<FieldRule> ReferencesOf(string type) => (RecordType.Find(type)?.Fields ?? []).Where(rule => rule.RefersTo is not null);
}
