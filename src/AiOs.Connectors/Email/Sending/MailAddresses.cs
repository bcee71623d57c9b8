using System.Globalization;
using AiOs.Connectors.Email.Forwards;
using AiOs.Connectors.Email.Text;
using AiOs.Contracts.Messages;
using MimeKit;

namespace AiOs.Connectors.Email.Sending;

/// <summary>Checks addresses that mail is to go to: stricter than the standard, since one wrong character sends it elsewhere.</summary>
internal static class MailAddresses
{
    private const int LongestLocalPart = 64;
    private const int LongestName = 200;

    /// <summary>The mailbox as MimeKit's, or nothing where it could not be written into a header exactly.</summary>
    public static MailboxAddress? Check(Mailbox mailbox)
    {
        var address = mailbox.Address;
        if (!AddressEntries.IsAddress(address) || address.IndexOf('@', StringComparison.Ordinal) > LongestLocalPart) return null;
        foreach (var c in address)
        {
            if (char.IsControl(c) || char.IsSurrogate(c) || SafeText.IsBidi(c) || SafeText.IsZeroWidth(c)) return null;
        }

        if (mailbox.Name is { } name && (name.Length > LongestName || SafeText.OneLine(name) != name)) return null;
        return MailboxAddress.TryParse(address, out var parsed) && parsed.Address == address && !Ends(address)
            ? new MailboxAddress(string.IsNullOrWhiteSpace(mailbox.Name) ? null : mailbox.Name, address)
            : null;
    }

    /// <summary>Reads a configured address, with or without a name.</summary>
    public static MailboxAddress? Parse(string text) =>
        MailboxAddress.TryParse(text.Trim(), out var parsed) ? Check(new Mailbox(string.IsNullOrWhiteSpace(parsed.Name) ? null : parsed.Name, parsed.Address)) : null;

    /// <summary>Whether an address mixes scripts, or has letters that are not Latin: it may look like another one.</summary>
    public static bool LooksLikeAnother(string address)
    {
        foreach (var c in address)
        {
            if (c > 127 && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) return true;
        }

        return address.Contains("xn--", StringComparison.OrdinalIgnoreCase);
    }

    private static bool Ends(string address) => address[^1] == '.' || address[0] == '.' || address.Contains(".@", StringComparison.Ordinal);
}
