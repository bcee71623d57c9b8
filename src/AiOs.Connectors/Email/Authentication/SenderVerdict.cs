using AiOs.Contracts.Messages;
using MimeKit.Cryptography;

namespace AiOs.Connectors.Email.Authentication;

/// <summary>
/// Decides what a server's results prove about the domain of the From field: <c>dmarc=pass</c> for that very domain, or a signature of that domain
/// or of one above it. Not of one below: whose that is only a list of public suffixes says, and the server has one and says so by DMARC. SPF
/// alone proves who handed the mail over, which is not who wrote it. ARC (RFC 8617) is not taken: it is the word of others.
/// </summary>
internal static class SenderVerdict
{
    public static SenderProof Of(AuthenticationResults? results, string? domain)
    {
        if (results is null) return SenderProof.Unchecked;
        var dmarc = results.Results.Where(one => Is(one.Method, "dmarc")).ToList();
        if (dmarc.Exists(one => Is(one.Result, "fail"))) return SenderProof.Failed;
        if (domain is null) return SenderProof.Unproved;
        return dmarc.Exists(one => Is(one.Result, "pass") && IsAbout(one, domain)) || results.Results.Any(one => IsSignature(one, domain))
            ? SenderProof.Proved
            : SenderProof.Unproved;
    }

    /// <summary>A result that names its domain is about that one alone.</summary>
    private static bool IsAbout(AuthenticationMethodResult dmarc, string domain) =>
        Property(dmarc, "header", "from") is not { } from || Domain(from) == domain;

    private static bool IsSignature(AuthenticationMethodResult result, string domain) =>
        Is(result.Method, "dkim") && Is(result.Result, "pass")
        && DomainNames.IsWithin(domain, Domain(Property(result, "header", "d") ?? Property(result, "header", "i")));

    private static string? Property(AuthenticationMethodResult result, string type, string name) =>
        result.Properties.FirstOrDefault(one => Is(one.PropertyType, type) && Is(one.Property, name))?.Value;

    private static string? Domain(string? value) => DomainNames.OfAddress(value) ?? DomainNames.Plain(value);

    private static bool Is(string? text, string word) => string.Equals(text, word, StringComparison.OrdinalIgnoreCase);
}
