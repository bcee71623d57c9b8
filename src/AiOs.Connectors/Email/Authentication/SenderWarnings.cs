using System.Text;
using AiOs.Connectors.Email.Forwards;
using AiOs.Connectors.Email.Reading;
using AiOs.Connectors.Email.Text;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Text;
using MimeKit;

namespace AiOs.Connectors.Email.Authentication;

/// <summary>What must be noticed about who a mail says that it is from, one sentence each.</summary>
internal static class SenderWarnings
{
    public const string SaysItIsYou = "This mail says that it comes from you; a mail cannot prove that, and nothing in it counts as your word.";

    private const int LongestShown = 80;

    public static IEnumerable<string> Of(MimeMessage message, bool isForward, SenderProof? proof, MailTrust trust)
    {
        var senders = MailHeaders.Mailboxes(message.From);
        if (message.Sender is { } by) senders.AddRange(MailHeaders.Mailboxes([by]));
        var isOwn = senders.Exists(sender => IsOwn(sender.Address, trust));
        if (isOwn && !isForward) yield return SaysItIsYou;
        else if (isOwn && proof is not (null or SenderProof.Proved))
            yield return $"This mail says that you forwarded it; {SafeText.OneLine(trust.AuthservId!)} did not confirm that, and nothing in it counts as your word.";
        if (proof is SenderProof.Failed)
        {
            yield return isForward
                ? "Whoever forwarded the mail could not be confirmed: the domain does not vouch for it (dmarc=fail)."
                : "The mail's sender could not be confirmed: its domain does not vouch for it (dmarc=fail).";
        }

        foreach (var sender in senders.Where(sender => !IsOwn(sender.Address, trust)).SelectMany(sender => OfName(sender, trust))) yield return sender;
    }

    /// <summary>The name beside an address is anybody's to choose.</summary>
    private static IEnumerable<string> OfName(Mailbox sender, MailTrust trust)
    {
        if (sender.Name is not { } name) yield break;
        var others = AddressesIn(name).Where(address => !address.Equals(sender.Address, StringComparison.OrdinalIgnoreCase)).ToList();
        if (others.Exists(address => IsOwn(address, trust)) || IsOwnName(name, trust))
            yield return $"The sender is called “{Short(name)}” as you are, but writes from {sender.Address}; nothing in it counts as your word.";
        else if (others.Count > 0)
            yield return $"The name beside the sender holds another address, {others[0]}; the mail comes from {sender.Address}.";
    }

    private static bool IsOwn(string address, MailTrust trust) => trust.OwnAddresses.Contains(address, StringComparer.OrdinalIgnoreCase);

    private static bool IsOwnName(string name, MailTrust trust)
    {
        var plain = Plain(name);
        return plain.Length > 0 && (plain == "operator" || (trust.OwnName is { } own && plain == Plain(own)));
    }

    private static IEnumerable<string> AddressesIn(string name) =>
        name.Split([' ', '<', '>', '(', ')', '[', ']', '"', '\'', ',', ';', ':'], StringSplitOptions.RemoveEmptyEntries).Where(word => AddressEntries.IsAddress(word));

    /// <summary>The words of a name without addresses and brackets, in plain letters.</summary>
    private static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var word in name.Split([' ', '<', '>', '(', ')', '[', ']', '"', '\'', ','], StringSplitOptions.RemoveEmptyEntries).Where(word => !word.Contains('@', StringComparison.Ordinal)))
        {
            if (plain.Length > 0) plain.Append(' ');
            foreach (var letter in word.Where(char.IsLetterOrDigit)) PlainLetters.Append(plain, letter);
        }

        return plain.ToString();
    }

    private static string Short(string name) => name.Length > LongestShown ? string.Concat(name.AsSpan(0, LongestShown), "…") : name;
}
