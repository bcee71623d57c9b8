using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Records;
using AiOs.Contracts.Text;

namespace AiOs.Agents.Intake.References;

/// <summary>
/// Says which Record a value refers to: an invoice by its number, a client or vendor by address or whole name, a project by its title. Only what
/// exactly one Record fits is taken; two that fit are told and neither is.
/// </summary>
internal static class RecordResolver
{
    private const int MostReasons = 4;
    private const int MostNamed = 3;
    private const int Longest = 40;

    /// <summary>Fills in the Records.</summary>
    /// <param name="intent">What was understood.</param>
    /// <param name="known">The Records that may be meant.</param>
    /// <returns>The same with its fields resolved, and a reason for each.</returns>
    public static Intent Resolve(Intent intent, IReadOnlyList<RecordSnapshot> known)
    {
        if (known.Count == 0)
        {
            return intent;
        }

        var reasons = new List<string>();
        var fields = intent.Fields.Select(field => Resolved(field, known, reasons)).ToList();
        return reasons.Count == 0 ? intent : intent with { Fields = fields, Reasons = [.. intent.Reasons, .. reasons.Distinct().Take(MostReasons)] };
    }

    private static ExtractedField Resolved(ExtractedField field, IReadOnlyList<RecordSnapshot> known, List<string> reasons)
    {
        var fits = known.Where(record => Fits(field, record)).DistinctBy(record => record.Id).ToList();
        if (fits.Count == 0)
        {
            return field;
        }

        var words = PlainText.Line(field.Name is FieldName.Topic ? Text(fits[0], "title") : field.Value, Longest);
        if (fits.Count > 1)
        {
            reasons.Add($"“{words}” may be {string.Join(" or ", fits.Take(MostNamed).Select(record => record.Id))}; none was taken");
            return field;
        }

        reasons.Add(Told(field.Name, words, fits[0]));
        return field with { Record = fits[0].Id };
    }

    private static string Told(FieldName name, string words, RecordSnapshot record)
    {
        var of = Text(record, "client") is { Length: > 0 } client && RecordId.TryParse(client, out var id) ? $" of {id}" : string.Empty;
        return name switch
        {
            FieldName.InvoiceNumber => $"invoice {words} is {record.Id}{of}, version {record.Version}",
            FieldName.Topic => $"project “{words}” is {record.Id}{of}, version {record.Version}",
            _ => $"{words} is {record.Id}, version {record.Version}",
        };
    }

    private static bool Fits(ExtractedField field, RecordSnapshot record) => field.Name switch
    {
        FieldName.InvoiceNumber => record.Id.Type == "invoice" && (Same(Text(record, "number"), field.Value) || Same(record.Id.Key, field.Value)),
        FieldName.Email => IsParty(record) && Lines(record, "email", "addresses").Any(address => Same(address, field.Value)),
        FieldName.Company or FieldName.Person => IsParty(record) && NameForm.Of(field.Value) is { Length: > 0 } name
            && Lines(record, "name", "company", "aliases").Any(other => NameForm.Of(other) == name),
        FieldName.Topic => record.Id.Type == "project" && NameForm.Of(Text(record, "title")) is { Length: > 3 } title
            && $" {NameForm.Of(field.Value)} ".Contains($" {title} ", StringComparison.Ordinal),
        _ => false,
    };

    private static bool IsParty(RecordSnapshot record) => record.Id.Type is "client" or "vendor";

    private static bool Same(string one, string other) => one.Length > 0 && one.Trim().Equals(other.Trim(), StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Lines(RecordSnapshot record, params string[] names) =>
        names.SelectMany(name => Text(record, name).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static string Text(RecordSnapshot record, string name) => record.Fields.TryGetValue(name, out var field) ? field.Value : string.Empty;
}
