using AiOs.Connectors.Email.Reading;
using AiOs.Connectors.Email.Sending.Letters;
using AiOs.Connectors.Email.Text;
using AiOs.Contracts.Proposals;

namespace AiOs.Connectors.Email.Sending;

/// <summary>What keeps a mail from being sent exactly as its arguments say.</summary>
internal static class SendGaps
{
    private const int MostRecipients = 50;
    private const int LongestSubject = 500;
    private const int LongestText = 1024 * 1024;

    public const string Unreadable = "the mail cannot be read from the effect's bytes";

    public static List<string> Of(EmailSendArguments arguments)
    {
        var gaps = new List<string>();
        if (arguments.To.Count == 0) gaps.Add("no recipient");
        if (arguments.To.Count + arguments.Copy.Count > MostRecipients) gaps.Add($"more than {MostRecipients} recipients");
        foreach (var mailbox in arguments.To.Concat(arguments.Copy))
        {
            if (MailAddresses.Check(mailbox) is null) gaps.Add($"\"{SafeText.OneLine(mailbox.Address)}\" is not a usable mail address");
        }

        if (string.IsNullOrWhiteSpace(arguments.Subject)) gaps.Add("no subject");
        else if (arguments.Subject.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029')) gaps.Add("the subject holds control characters");
        else if (arguments.Subject.Length > LongestSubject) gaps.Add("the subject is too long");
        if (string.IsNullOrWhiteSpace(arguments.Text)) gaps.Add("no text");
        else if (arguments.Text.Length > LongestText) gaps.Add("the text is too long");
        else if (arguments.Text.Any(c => char.IsControl(c) && c is not ('\n' or '\t'))) gaps.Add("the text holds control characters");
        if (HasHalfPair(arguments.Subject) || HasHalfPair(arguments.Text)) gaps.Add("the text holds broken characters");
        if ((arguments.InReplyTo is { } parent && !MailHeaders.IsMailId(parent)) || !arguments.References.All(MailHeaders.IsMailId))
            gaps.Add("a mail that it refers to has no valid Message-ID");
        gaps.AddRange(FileGaps.Of(arguments.Attachments ?? []));
        return gaps;
    }

    private static bool HasHalfPair(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])) return true;
            i++;
        }

        return false;
    }
}
