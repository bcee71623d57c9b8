using System.Globalization;

namespace AiOs.Connectors.Email.Authentication;

/// <summary>Compares domain names. Without a list of public suffixes, so only names that stand one below the other belong together.</summary>
internal static class DomainNames
{
    private static readonly IdnMapping Idn = new();

    /// <summary>The domain of an address, in the form in which domains are compared; nothing where it has none.</summary>
    public static string? OfAddress(string? address) =>
        address is not null && address.LastIndexOf('@') is >= 0 and var sign ? Plain(address[(sign + 1)..]) : null;

    /// <summary>Small letters, Punycode (RFC 3492) and no full stop at the end; nothing where it is no name.</summary>
    public static string? Plain(string? name)
    {
        var text = name?.Trim().TrimEnd('.');
        if (string.IsNullOrEmpty(text)) return null;
        try
        {
            return (text.All(char.IsAscii) ? text : Idn.GetAscii(text)).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Whether a plain name is another one or stands below it. A name without a full stop has nothing below it.</summary>
    public static bool IsWithin(string name, string? parent) =>
        parent is not null && (name == parent || (parent.Contains('.', StringComparison.Ordinal) && name.EndsWith("." + parent, StringComparison.Ordinal)));
}
