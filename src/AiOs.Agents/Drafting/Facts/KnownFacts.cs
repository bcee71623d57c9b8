using System.Globalization;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;
using AiOs.Contracts.Records.Schemas;

namespace AiOs.Agents.Drafting.Facts;

/// <summary>What a brief's Records say, and how that is cited. Words of others that a Record holds are no fact of ours.</summary>
internal static class KnownFacts
{
    /// <summary>The Record of what holds for the business itself.</summary>
    public static RecordId Own { get; } = new("playbook", "main");

    /// <summary>Whether the operator or a system of ours says so.</summary>
    public static bool IsOurs(RecordField field) => field.Provenance is Provenance.Operator or Provenance.Record;

    public static IEnumerable<RecordSnapshot> Of(AgentBrief brief, string type) => brief.Facts.Where(record => record.Id.Type == type);

    public static string? Value(RecordSnapshot? record, string field) => record?.Fields.GetValueOrDefault(field)?.Value;

    /// <summary>A value that is ours to say.</summary>
    public static string? OurValue(RecordSnapshot? record, string field) =>
        record?.Fields.GetValueOrDefault(field) is { } value && IsOurs(value) ? value.Value : null;

    /// <summary>An amount in a field; nothing where it holds none.</summary>
    public static Money? MoneyIn(RecordSnapshot? record, string field) => Value(record, field) is { } value ? FieldForms.MoneyOf(value) : null;

    /// <summary>A day in a field; nothing where it holds none.</summary>
    public static DateOnly? DayIn(RecordSnapshot? record, string field) => DayOf(Value(record, field));

    public static DateOnly? DayOf(string? value) =>
        value is { Length: >= 10 } && DateOnly.TryParseExact(value[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The Record and its version, for a reason: <c>client/berg, version 3</c>.</summary>
    public static string Cited(RecordSnapshot record) => string.Create(CultureInfo.InvariantCulture, $"{record.Id}, version {record.Version}");

    /// <summary>A field of a Record as evidence, with whose word it is.</summary>
    public static Evidence Evidence(RecordSnapshot record, string field) => new("record " + record.Id, record.Version, record.Fields[field].Value,
        record.Fields[field].Provenance is Provenance.External ? Provenance.External : Provenance.Record);

    /// <summary>The Records that refer to another one, the newest key first.</summary>
    public static IEnumerable<RecordSnapshot> About(AgentBrief brief, string type, RecordId other) =>
        Of(brief, type).Where(record => record.Fields.Values.Any(field => field.Value == other.ToString())).OrderByDescending(record => record.Id.Key, StringComparer.Ordinal);
}
