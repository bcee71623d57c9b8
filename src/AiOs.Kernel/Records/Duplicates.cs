using AiOs.Contracts.Records;
using AiOs.Contracts.Text;

namespace AiOs.Kernel.Records;

/// <summary>
/// Finds Records that are probably about the same client: an address, an account or a VAT number in common, or the same name with an address of the
/// same domain. Pure; what it finds is a question to the operator.
/// </summary>
internal static class Duplicates
{
    private static readonly HashSet<string> Shared = new(StringComparer.Ordinal)
    {
        "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "yahoo.com", "icloud.com", "me.com", "aol.com", "gmx.de", "gmx.net", "gmx.at", "web.de", "t-online.de", "proton.me", "protonmail.com", "mail.com",
    };

    public static IReadOnlyList<DuplicateQuestion> Among(IEnumerable<RecordSnapshot> records)
    {
        var seen = new Dictionary<string, RecordSnapshot>(StringComparer.Ordinal);
        var asked = new Dictionary<(string, string), DuplicateQuestion>();
        foreach (var record in records.Where(record => RecordLinks.IsParty(record.Id)).OrderBy(record => record.Id.ToString(), StringComparer.Ordinal))
        {
            foreach (var (mark, reason) in MarksOf(record))
            {
                if (seen.TryAdd(record.Id.Type + "\n" + mark, record))
                {
                    continue;
                }

                var first = seen[record.Id.Type + "\n" + mark].Id;
                if (first != record.Id)
                {
                    asked.TryAdd((first.ToString(), record.Id.ToString()), new DuplicateQuestion(first, record.Id, reason));
                }
            }
        }

        return [.. asked.Values.OrderBy(question => question.First.ToString(), StringComparer.Ordinal).ThenBy(question => question.Second.ToString(), StringComparer.Ordinal)];
    }

    /// <summary>What tells a client from others, the surest first.</summary>
    private static IEnumerable<(string Mark, string Reason)> MarksOf(RecordSnapshot record)
    {
        var addresses = RecordLinks.Addresses(record.Fields).ToList();
        foreach (var address in addresses)
        {
            yield return ("address " + address, $"both have the address {address}");
        }

        if (Compact(record, "iban") is { } account)
        {
            yield return ("iban " + account, $"both have the account {account}");
        }

        if (Compact(record, "vat") is { } vat)
        {
            yield return ("vat " + vat, $"both have the VAT number {vat}");
        }

        var domains = addresses.Select(address => address[(address.LastIndexOf('@') + 1)..]).Where(domain => !Shared.Contains(domain)).Distinct(StringComparer.Ordinal);
        foreach (var domain in domains.ToList())
        {
            foreach (var name in RecordLinks.Names(record.Fields).DistinctBy(NameForm.Of))
            {
                yield return ($"name {NameForm.Of(name)}\n{domain}", $"both are called {name} and write from {domain}");
            }
        }
    }

    private static string? Compact(RecordSnapshot record, string field) =>
        record.Fields.TryGetValue(field, out var value) && string.Concat(value.Value.Where(char.IsLetterOrDigit)).ToUpperInvariant() is { Length: > 0 } form ? form : null;
}
