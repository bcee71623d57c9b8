using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Records;
using AiOs.Kernel.Grounding.Reading;

namespace AiOs.Kernel.Records;

/// <summary>By what a Record is found beside its people: each address and each name of a client or vendor. Pure.</summary>
internal static class RecordLinks
{
    private const int Most = 64;

    private static readonly string[] AddressFields = ["email", "addresses", "addresses-seen"];
    private static readonly string[] NameFields = ["name", "aliases", "company"];

    /// <summary>What stands for a name among the links; an address can never look like it.</summary>
    public static string OfName(string name) => "name " + NameForm.Of(name);

    public static bool IsParty(RecordId record) => record.Type is "client" or "vendor";

    public static IEnumerable<string> Of(RecordId record, IReadOnlyDictionary<string, RecordField> fields) =>
        IsParty(record) ? Addresses(fields).Concat(Names(fields).Select(OfName)).Distinct(StringComparer.Ordinal).Take(Most) : [];

    public static IEnumerable<string> Addresses(IReadOnlyDictionary<string, RecordField> fields) =>
        Values(fields, AddressFields).SelectMany(value => Readings.In(SensitiveKind.Recipient, value)).Distinct(StringComparer.Ordinal);

    public static IEnumerable<string> Names(IReadOnlyDictionary<string, RecordField> fields) =>
        Values(fields, NameFields).Where(name => NameForm.Of(name).Length > 0);

    private static IEnumerable<string> Values(IReadOnlyDictionary<string, RecordField> fields, string[] names) =>
        names.Where(fields.ContainsKey).SelectMany(name => fields[name].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
