using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Records;
using AiOs.Kernel.Grounding.Reading;

namespace AiOs.Kernel.Grounding;

/// <summary>Says where confirmed Record fields about the counterparty say something else than the effect, or than each other.</summary>
internal static class Conflicts
{
    private const int Most = 20;

    public static IReadOnlyList<string> Of(string? counterparty, IReadOnlyList<GroundedValue> values, IReadOnlyList<RecordSnapshot> records)
    {
        if (string.IsNullOrWhiteSpace(counterparty))
        {
            return [];
        }

        var claims = Parties.About(counterparty, records).SelectMany(Claims).ToList();
        return [.. Class(counterparty, records).Concat(Between(claims)).Concat(values.SelectMany(value => Against(value, values, claims))).Distinct().Take(Most)];
    }

    private static IEnumerable<string> Class(string counterparty, IReadOnlyList<RecordSnapshot> records)
    {
        if (Parties.Knowing(counterparty, "client", records) is { } client && Parties.Knowing(counterparty, "vendor", records) is { } vendor)
        {
            yield return $"{counterparty} stands in {client.Id} and in {vendor.Id}.";
        }
    }

    /// <summary>Only what one party has once: accounts. Amounts and days differ from invoice to invoice, addresses and pages from use to use.</summary>
    private static IEnumerable<string> Between(List<Claim> claims)
    {
        var accounts = claims.Where(claim => claim.Kind is SensitiveKind.BankAccount).ToList();
        return accounts.Skip(1).Where(other => !other.Forms.Overlaps(accounts[0].Forms))
            .Select(other => $"{accounts[0].Record} says {accounts[0].Value}, {other.Record} says {other.Value}.");
    }

    private static IEnumerable<string> Against(GroundedValue value, IReadOnlyList<GroundedValue> values, List<Claim> claims)
    {
        var same = claims.Where(claim => claim.Kind == value.Kind).ToList();
        if (same.Count == 0 || same.Exists(claim => Agrees(claim, value)))
        {
            return [];
        }

        // A new account is always worth a word. Of the rest an effect may hold several: one that agrees and one that is known elsewhere are enough.
        var strict = value.Kind is SensitiveKind.BankAccount;
        var settled = Footing.IsGrounded(value.Provenance) || values.Any(other => other.Kind == value.Kind && same.Exists(claim => Agrees(claim, other)));
        return !strict && settled ? [] : [$"{same[0].Record} says {same[0].Value}, {Speaker(value)} {value.Value}."];
    }

    private static bool Agrees(Claim claim, GroundedValue value) => Readings.FormsOf(value.Kind, value.Value).Any(claim.Forms.Contains);

    private static string Speaker(GroundedValue value) => value.Provenance switch
    {
        Provenance.Operator => "your words say",
        Provenance.Record => value.Place + " says",
        Provenance.Model => "the draft says",
        _ when Places.IsNotConfirmed(value.Place) || Places.IsOfAnother(value.Place) || Places.IsBefore(value.Place) => value.Place + " says",
        _ => "the mail says",
    };

    private static IEnumerable<Claim> Claims(RecordSnapshot record) =>
        from field in record.Fields.OrderBy(field => field.Key, StringComparer.Ordinal)
        let kind = KindOf(field.Key)
        where kind is not null && Passages.IsConfirmed(field.Value)
        let forms = Readings.In(kind.Value, field.Value.Value).ToHashSet(StringComparer.Ordinal)
        where forms.Count > 0
        select new Claim(record.Id, kind.Value, field.Value.Value, forms);

    private static SensitiveKind? KindOf(string field) => field.Replace("-", string.Empty, StringComparison.Ordinal).ToLowerInvariant() switch
    {
        "email" or "mail" or "address" or "addresses" or "replyto" => SensitiveKind.Recipient,
        "iban" or "bankaccount" or "account" => SensitiveKind.BankAccount,
        "amount" or "total" or "amountdue" => SensitiveKind.Amount,
        "due" or "duedate" or "deadline" => SensitiveKind.Date,
        "url" or "website" or "site" or "link" => SensitiveKind.Url,
        _ => null,
    };

    private sealed record Claim(RecordId Record, SensitiveKind Kind, string Value, HashSet<string> Forms);
}
