using AiOs.Contracts.Records.Negotiations;

namespace AiOs.Contracts.Records.Schemas;

/// <summary>
/// A type of Record and the fields known of it. A Record may hold other fields as well, in any form; a known field holds only what fits its form.
/// Types that are not listed here are free altogether.
/// </summary>
/// <param name="Name">The type as Record ids write it.</param>
/// <param name="Fields">The known fields.</param>
public sealed record RecordType(string Name, IReadOnlyList<FieldRule> Fields)
{
    /// <summary>Somebody the operator works for.</summary>
    public static RecordType Client { get; } = new("client",
    [
        Field("name", "name") with { IsRequired = true, IsPersonal = true },
        Field("aliases", "other names") with { IsList = true, IsPersonal = true },
        Field("email", "mail address", FieldForm.Email) with { IsPersonal = true },
        Field("addresses", "further mail addresses", FieldForm.Email) with { IsList = true, IsPersonal = true },
        Field("addresses-seen", "mail addresses that nobody confirmed", FieldForm.Email) with { IsList = true, IsPersonal = true },
        Field("company", "company") with { IsPersonal = true },
        Field("contact", "contact") with { IsPersonal = true },
        Field("phone", "telephone number") with { IsPersonal = true },
        Field("postal-address", "postal address") with { IsPersonal = true },
        Field("iban", "account number", FieldForm.Iban) with { IsPersonal = true },
        Field("vat", "VAT number") with { IsPersonal = true },
        Field("since", "first day", FieldForm.Date),
    ]);

    /// <summary>A piece of work for a client.</summary>
    public static RecordType Project { get; } = new("project",
    [
        Field("title", "title") with { IsRequired = true },
        Reference("client", "client") with { IsRequired = true },
        Field("state", "state"),
        Field("start", "first day", FieldForm.Date),
        Field("due", "due date", FieldForm.Date),
        Field("budget", "budget", FieldForm.Money),
        Field("rate", "rate", FieldForm.Money),
    ]);

    /// <summary>An invoice, to be paid or to be collected.</summary>
    public static RecordType Invoice { get; } = new("invoice",
    [
        Field("number", "number of the invoice"),
        Field("supplier", "supplier") with { IsPersonal = true },
        Reference("client", "client"),
        Reference("project", "project"),
        Field("amount", "amount", FieldForm.Money) with { IsRequired = true },
        Field("issued", "date of the invoice", FieldForm.Date),
        Field("due", "due date", FieldForm.Date) with { IsRequired = true },
        Field("paid", "day of payment", FieldForm.Date),
        Field("iban", "account number", FieldForm.Iban) with { IsPersonal = true },
        Field("state", "state"),
    ]);

    /// <summary>Something made to be published.</summary>
    public static RecordType ContentAsset { get; } = new("content-asset",
    [
        Field("title", "title") with { IsRequired = true },
        Field("brief", "brief"),
        Field("channel", "channel"),
        Field("url", "link"),
        Field("state", "state"),
        Field("published", "day of publication", FieldForm.Date),
        Reference("client", "client"),
        Reference("project", "project"),
    ]);

    /// <summary>What binds the operator and somebody else.</summary>
    public static RecordType Contract { get; } = new("contract",
    [
        Field("title", "title") with { IsRequired = true },
        Reference("client", "client") with { IsRequired = true },
        Field("amount", "amount", FieldForm.Money),
        Field("signed", "day of signature", FieldForm.Date),
        Field("starts", "first day", FieldForm.Date),
        Field("ends", "last day", FieldForm.Date),
        Field("notice", "term of notice"),
        Field("state", "state"),
    ]);

    /// <summary>A ledger of offers and outcomes. Its entries are the fields <c>entry-1</c>, <c>entry-2</c> and so on; see <see cref="NegotiationLedger"/>.</summary>
    public static RecordType Negotiation { get; } = new("negotiation",
    [
        Reference("client", "client") with { IsRequired = true },
        Reference("project", "project"),
        Field("subject", "subject"),
    ]);

    /// <summary>A repeatable process.</summary>
    public static RecordType Playbook { get; } = new("playbook",
    [
        Field("title", "title") with { IsRequired = true },
        Field("trigger", "trigger"),
        Field("steps", "steps") with { IsRequired = true },
        Field("gates", "gates"),
    ]);

    /// <summary>What runs unasked. Changed by <c>policy.change</c> alone, never as a Record.</summary>
    public static RecordType Policy { get; } = new("policy", [Field("text", "text") with { IsRequired = true }]);

    /// <summary>
    /// What runs by the clock because the operator said so. Its name is the key. One without times only says whether a schedule of that name from
    /// elsewhere is on.
    /// </summary>
    public static RecordType Schedule { get; } = new("schedule",
    [
        Field("when", "times") with { IsRequired = true },
        Field("what", "words that say what is to be done"),
        Field("state", "state"),
        Field("catch-up", "what happens to missed moments"),
    ]);

    /// <summary>Every type that is known.</summary>
    public static IReadOnlyList<RecordType> All { get; } = [Client, Project, Invoice, ContentAsset, Contract, Negotiation, Playbook, Policy, Schedule];

    /// <summary>Finds a type.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The type, or nothing for a free one.</returns>
    public static RecordType? Find(string name) => All.FirstOrDefault(type => type.Name == name);

    /// <summary>What is known of a field.</summary>
    /// <param name="field">Its name.</param>
    /// <returns>The rule, or nothing for a free field.</returns>
    public FieldRule? RuleOf(string field) => Fields.FirstOrDefault(rule => rule.Name == field)
        ?? (Name == "negotiation" && NegotiationLedger.NumberOf(field) is not null ? new FieldRule(field, FieldForm.Entry, field) : null);

    /// <summary>What is wrong with fields that would be written, one short clause each.</summary>
    /// <param name="fields">The fields.</param>
    /// <returns>The faults; none where every known field fits its form.</returns>
    public IReadOnlyList<string> FaultsIn(IReadOnlyDictionary<string, RecordField> fields) =>
        [.. fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => RuleOf(field.Key)?.FaultIn(field.Value.Value)).OfType<string>()];

    /// <summary>The required fields that a Record does not have.</summary>
    /// <param name="fields">The names of the fields that it has.</param>
    /// <returns>The rules of those that are missing.</returns>
    public IReadOnlyList<FieldRule> MissingIn(IEnumerable<string> fields)
    {
        var there = fields.ToHashSet(StringComparer.Ordinal);
        return [.. Fields.Where(rule => rule.IsRequired && !there.Contains(rule.Name))];
    }

    private static FieldRule Field(string name, string label, FieldForm form = FieldForm.Text) => new(name, form, label);

    private static FieldRule Reference(string type, string label) => new(type, FieldForm.Reference, label) { RefersTo = type };
}
