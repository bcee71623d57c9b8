using AiOs.Contracts.Effects;

namespace AiOs.Connectors.Email.Sending.Facts;

/// <summary>
/// Finds links, accounts, amounts and days in free text, in time that grows with its length only. It would rather find one too many:
/// what is found and not known elsewhere is asked about, what is missed is not.
/// </summary>
internal static class ValueScanner
{
    /// <summary>The values in the order in which they stand.</summary>
    public static IEnumerable<SensitiveValue> Scan(string name, string text)
    {
        var plain = PlainScript.Of(text);
        return LinkScan.Find(plain)
            .Concat(AccountScan.Find(plain))
            .Concat(AmountScan.Find(plain))
            .Concat(DayScan.Find(plain))
            .OrderBy(found => found.Start)
            .Select(found => new SensitiveValue(found.Kind, name, found.Value));
    }
}
