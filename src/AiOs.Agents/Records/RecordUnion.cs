using AiOs.Contracts.Approvals;
using AiOs.Contracts.Records;

namespace AiOs.Agents.Records;

/// <summary>
/// What the Record that stays takes over from the one that gives way. What it says itself stays as it is: another name becomes an alias, another address
/// a further address, and every other value that differs is left behind. No value gains in where it comes from.
/// </summary>
/// <param name="Fields">The fields that the Record that stays would write.</param>
/// <param name="LeftBehind">The values that it does not take over, by field.</param>
internal sealed record RecordUnion(IReadOnlyDictionary<string, RecordField> Fields, IReadOnlyDictionary<string, string> LeftBehind)
{
    private const string Name = "name";
    private const string Aliases = "aliases";
    private const string Email = "email";
    private const string Addresses = "addresses";
    private const string Seen = "addresses-seen";

    private static readonly HashSet<string> Joined = new(StringComparer.Ordinal) { Aliases, Addresses, Seen };

    public static RecordUnion Of(RecordSnapshot stays, RecordSnapshot gone)
    {
        var fields = new SortedDictionary<string, RecordField>(StringComparer.Ordinal);
        var left = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, field) in gone.Fields.Where(field => !Joined.Contains(field.Key)))
        {
            if (!stays.Fields.TryGetValue(name, out var there))
            {
                fields[name] = field;
            }
            else if (!string.Equals(there.Value, field.Value, StringComparison.Ordinal) && name is not (Name or Email))
            {
                left[name] = field.Value;
            }
        }

        JoinNames(stays, gone, fields);
        JoinAddresses(stays, gone, fields);
        return new RecordUnion(fields, left);
    }

    /// <summary>The mail addresses in a Record, its own one first.</summary>
    public static IEnumerable<string> AddressesIn(RecordSnapshot record) =>
        ((string[])[Email, Addresses, Seen]).SelectMany(name => Lines(record, name)).Distinct(StringComparer.OrdinalIgnoreCase);

    private static void JoinNames(RecordSnapshot stays, RecordSnapshot gone, SortedDictionary<string, RecordField> fields)
    {
        var own = stays.Fields.GetValueOrDefault(Name)?.Value ?? gone.Fields.GetValueOrDefault(Name)?.Value;
        (RecordSnapshot Record, string Field)[] sources = [(stays, Aliases), (gone, Name), (gone, Aliases)];
        Write(Aliases, sources, name => !string.Equals(name, own, StringComparison.OrdinalIgnoreCase), stays, fields);
    }

    /// <summary>Confirmed and unconfirmed addresses stand apart, so that one list does not make ground of what stood in a mail, nor lose ground to it.</summary>
    private static void JoinAddresses(RecordSnapshot stays, RecordSnapshot gone, SortedDictionary<string, RecordField> fields)
    {
        var own = stays.Fields.GetValueOrDefault(Email)?.Value ?? gone.Fields.GetValueOrDefault(Email)?.Value;
        (RecordSnapshot Record, string Field)[] all = [(stays, Addresses), (gone, Email), (gone, Addresses), (stays, Seen), (gone, Seen)];
        var confirmed = all.Where(source => IsConfirmed(source.Record, source.Field)).ToList();
        var known = confirmed.SelectMany(source => Lines(source.Record, source.Field)).Append(own ?? string.Empty).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Write(Addresses, confirmed, address => !string.Equals(address, own, StringComparison.OrdinalIgnoreCase), stays, fields);
        Write(Seen, [.. all.Except(confirmed)], address => !known.Contains(address), stays, fields);
    }

    private static void Write(
        string field, IReadOnlyList<(RecordSnapshot Record, string Field)> sources, Func<string, bool> wanted, RecordSnapshot stays, SortedDictionary<string, RecordField> fields)
    {
        var given = sources.Where(source => Lines(source.Record, source.Field).Any(wanted)).ToList();
        var values = given.SelectMany(source => Lines(source.Record, source.Field)).Where(wanted).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (values.Count == 0)
        {
            return;
        }

        var joined = new RecordField(string.Join('\n', values), given.Min(source => source.Record.Fields[source.Field].Provenance));
        if (stays.Fields.GetValueOrDefault(field) != joined)
        {
            fields[field] = joined;
        }
    }

    private static bool IsConfirmed(RecordSnapshot record, string field) =>
        record.Fields.TryGetValue(field, out var value) && value.Provenance is (Provenance.Operator or Provenance.Record);

    private static string[] Lines(RecordSnapshot record, string field) =>
        record.Fields.TryGetValue(field, out var value) ? value.Value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [];
}
