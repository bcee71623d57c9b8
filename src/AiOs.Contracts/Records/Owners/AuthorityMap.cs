using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Records.Owners;

/// <summary>Which system owns which field of which type. What is not said may be written by any agent.</summary>
public sealed class AuthorityMap
{
    private readonly Dictionary<(string Type, string Field), FieldOwner> _owners;

    /// <summary>Makes a map. Throws where two systems claim one field: nobody could tell which one is right.</summary>
    /// <param name="registered">What connectors claim, on top of <see cref="BuiltIn"/> and before it.</param>
    public AuthorityMap(IEnumerable<FieldOwnership> registered)
    {
        _owners = BuiltIn.ToDictionary(one => (one.Type, one.Field), one => one.Owner);
        foreach (var field in registered.Distinct().GroupBy(one => (one.Type, one.Field)))
        {
            _owners[field.Key] = field.Count() == 1
                ? field.First().Owner
                : throw new AiOsException($"{string.Join(" and ", field.Select(one => one.Owner))} both claim the field {field.Key.Field} of every {field.Key.Type}; let only one of them keep it.");
        }
    }

    /// <summary>What holds without any connector: what money and promises hang on is the operator's to say.</summary>
    public static IReadOnlyList<FieldOwnership> BuiltIn { get; } =
    [
        new("client", "iban", FieldOwner.Operator),
        new("client", "vat", FieldOwner.Operator),
        new("contract", "amount", FieldOwner.Operator),
        new("contract", "signed", FieldOwner.Operator),
        new("playbook", "steps", FieldOwner.Operator),
        new("policy", "text", FieldOwner.Operator),
        new("schedule", "when", FieldOwner.Operator),
        new("schedule", "what", FieldOwner.Operator),
        new("schedule", "state", FieldOwner.Operator),
    ];

    /// <summary>Who owns a field.</summary>
    /// <param name="type">The type of Record.</param>
    /// <param name="field">The field.</param>
    /// <returns>The owner.</returns>
    public FieldOwner OwnerOf(string type, string field) => _owners.TryGetValue((type, field), out var owner) ? owner : FieldOwner.Agent;

    /// <summary>
    /// Why an agent may not write a field as it claims to: it is owned, and the value is said to come neither from the operator nor from a Record.
    /// Whether such a claim is true is looked up by the kernel.
    /// </summary>
    /// <param name="record">The Record.</param>
    /// <param name="field">The field.</param>
    /// <param name="value">The value with where it is said to come from.</param>
    /// <returns>One short clause; nothing where it may.</returns>
    public string? FaultIn(RecordId record, string field, RecordField value) =>
        OwnerOf(record.Type, field) is var owner && owner != FieldOwner.Agent && value.Provenance is not (Provenance.Operator or Provenance.Record)
            ? $"only {owner.Words} can say what stands in {field} of a {record.Type}"
            : null;
}
