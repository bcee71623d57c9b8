using AiOs.Connectors.Email.Forwards.Words;
using AiOs.Connectors.Email.Text;
using AiOs.Contracts.Messages;

namespace AiOs.Connectors.Email.Forwards;

/// <summary>Reads the address lines of a forwarded header.</summary>
internal static class ClaimedAddresses
{
    private const int Most = 500;

    /// <summary>All that have an address; of an entry with several, none can be trusted to be the one.</summary>
    public static List<Mailbox> List(string? value) =>
        value is null ? [] : [.. AddressEntries.Of(value).Where(entry => entry.Addresses.Count == 1).Take(Most).Select(ToMailbox)];

    /// <summary>The one sender, or nothing and a warning.</summary>
    public static Mailbox? Sender(string? value, List<string> warnings)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            warnings.Add("The forwarded text does not say who wrote it.");
            return null;
        }

        var entries = AddressEntries.Of(AttributionWords.BeforeOnBehalf(value));
        var addresses = entries.SelectMany(entry => entry.Addresses).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (addresses.Count != 1)
        {
            warnings.Add(addresses.Count == 0
                ? $"The forwarded text names its sender as \"{CleanName(value)}\" without a mail address."
                : "The forwarded text gives more than one sender address, so none is taken.");
            return null;
        }

        var sender = ToMailbox(entries.First(entry => entry.Addresses.Count == 1));
        if (sender.Name is { } name && name.Contains('@', StringComparison.Ordinal))
            warnings.Add("The sender's display name looks like another mail address than the one it stands for.");
        return sender;
    }

    /// <summary>A display name without quotes, control and direction characters.</summary>
    public static string CleanName(string name)
    {
        var text = SafeText.OneLine(name).Trim();
        while (text.Length >= 2 && text[0] == text[^1] && text[0] is '"' or '\'' or '*')
            text = text[1..^1].Trim();
        text = text.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
        return text.Length > 200 ? text[..200] : text;
    }

    private static Mailbox ToMailbox(AddressEntry entry)
    {
        var name = CleanName(entry.Name);
        var address = entry.Addresses[0];
        return new Mailbox(name.Length == 0 || name.Equals(address, StringComparison.OrdinalIgnoreCase) ? null : name, address);
    }
}
