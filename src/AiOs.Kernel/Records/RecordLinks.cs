using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Records;
using AiOs.Contracts.Text;
using AiOs.Kernel.Grounding.Reading;

namespace AiOs.Kernel.Records;

/// <summary>By what a Record is found beside its people: each address and each name of a client or vendor, an invoice's number, a project's title. Pure.</summary>
internal static class RecordLinks
{
    private const int Most = 64;

    private static readonly string[] AddressFields = ["email", "addresses", "addresses-seen"];
    private static readonly string[] NumberFields = ["number"];
    private static readonly string[] TitleFields = ["title"];
    private static readonly string[] NameFields = ["name", "aliases", "company"];

    /// <summary>What stands for a name among the links; an address can never look like it.</summary>
    public static string OfName(string name) => "name " + NameForm.Of(name);

    /// <summary>What stands for the number of an invoice among the links.</summary>
    public static string OfNumber(string number) => "invoice number " + number.Trim().ToUpperInvariant();

    /// <summary>What stands for the title of a project among the links.</summary>
    public static string OfTitle(string title) => "project title " + NameForm.Of(title);

    public static bool IsParty(RecordId record) => record.Type is "client" or "vendor";

    public static IEnumerable<string> Of(RecordId record, IReadOnlyDictionary<string, RecordField> fields) =>
        IsParty(record) ? Addresses(fields).Concat(Names(fields).Select(OfName)).Distinct(StringComparer.Ordinal).Take(Most)
        : record.Type is "invoice" ? Values(fields, NumberFields).Select(OfNumber).Take(1)
        : record.Type is "project" ? Values(fields, TitleFields).Where(title => NameForm.Of(title).Length > 0).Select(OfTitle).Take(1) : [];

    public static IEnumerable<string> Addresses(IReadOnlyDictionary<string, RecordField> fields) =>
        Values(fields, AddressFields).SelectMany(value => Readings.In(SensitiveKind.Recipient, value)).Distinct(StringComparer.Ordinal);

    public static IEnumerable<string> Names(IReadOnlyDictionary<string, RecordField> fields) =>
        Values(fields, NameFields).Where(name => NameForm.Of(name).Length > 0);

    private static IEnumerable<string> Values(IReadOnlyDictionary<string, RecordField> fields, string[] names) =>
        names.Where(fields.ContainsKey).SelectMany(name => fields[name].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
