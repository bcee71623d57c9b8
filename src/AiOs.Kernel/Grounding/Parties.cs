using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Records;
using AiOs.Kernel.Grounding.Reading;

namespace AiOs.Kernel.Grounding;

/// <summary>What Records know of whom an effect touches.</summary>
internal static class Parties
{
    private static readonly string[] NameFields = ["name", "company", "supplier", "client", "vendor"];

    /// <summary>Client or Vendor only by a confirmed address; a name proves nothing, nor does what a mail once said. Both at once is New: nobody can tell.</summary>
    public static CounterpartyClass ClassOf(string? counterparty, IReadOnlyList<RecordSnapshot> records)
    {
        if (string.IsNullOrWhiteSpace(counterparty))
        {
            return CounterpartyClass.None;
        }

        var client = Knowing(counterparty, "client", records) is not null;
        var vendor = Knowing(counterparty, "vendor", records) is not null;
        return (client, vendor) switch
        {
            (true, false) => CounterpartyClass.Client,
            (false, true) => CounterpartyClass.Vendor,
            _ => CounterpartyClass.New,
        };
    }

    /// <summary>The first Record of a type that has the counterparty's address in a confirmed field.</summary>
    public static RecordSnapshot? Knowing(string counterparty, string type, IReadOnlyList<RecordSnapshot> records) =>
        records.FirstOrDefault(record => record.Id.Type == type && HasAddress(record, counterparty, confirmed: true));

    /// <summary>The Records that have the counterparty's address in a confirmed field.</summary>
    public static HashSet<RecordId> KnownBy(string? counterparty, IReadOnlyList<RecordSnapshot> records) =>
        string.IsNullOrWhiteSpace(counterparty) ? [] : [.. records.Where(record => HasAddress(record, counterparty, confirmed: true)).Select(record => record.Id)];

    /// <summary>The Records that speak of the counterparty at all, by address or name, confirmed or not. Good enough to warn by, not to allow by.</summary>
    public static IEnumerable<RecordSnapshot> About(string counterparty, IReadOnlyList<RecordSnapshot> records) =>
        records.Where(record => HasAddress(record, counterparty, confirmed: false) || Array.Exists(NameFields, name =>
            record.Fields.TryGetValue(name, out var field) && string.Equals(field.Value.Trim(), counterparty.Trim(), StringComparison.OrdinalIgnoreCase)));

    private static bool HasAddress(RecordSnapshot record, string counterparty, bool confirmed)
    {
        var forms = Readings.FormsOf(SensitiveKind.Recipient, counterparty).ToList();
        return forms.Count > 0 && record.Fields.Values.Any(field =>
            (!confirmed || Passages.IsConfirmed(field)) && Readings.In(SensitiveKind.Recipient, field.Value).Any(forms.Contains));
    }
}
