using AiOs.Connectors.Email.Sending.Letters;
using AiOs.Connectors.Email.Text;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Proposals;

namespace AiOs.Connectors.Email.Sending;

/// <summary>Shows a mail from its exact arguments, all of them, and warns of what an eye cannot see.</summary>
internal static class SendPreview
{
    public static EffectPreview Of(EmailSendArguments? arguments)
    {
        if (arguments is null) return new EffectPreview("Send a mail", [], [SendGaps.Unreadable]);
        var blocks = new List<CardBlock> { new CardBlock.Facts(Facts(arguments)) };
        blocks.AddRange(Warnings(arguments).Select(warning => new CardBlock.Warning(warning)));
        blocks.Add(new CardBlock.Quote("The mail", arguments.Text));
        return new EffectPreview(Title(arguments), blocks, SendGaps.Of(arguments));
    }

    private static string Title(EmailSendArguments arguments) => arguments.To.Count switch
    {
        0 => "Send a mail",
        1 => $"Send a mail to {SafeText.OneLine(arguments.To[0].Address)}",
        _ => $"Send a mail to {SafeText.OneLine(arguments.To[0].Address)} and {arguments.To.Count + arguments.Copy.Count - 1} more",
    };

    private static List<Fact> Facts(EmailSendArguments arguments)
    {
        var facts = new List<Fact>();
        facts.AddRange(arguments.To.Select(to => new Fact("To", to.ToString())));
        facts.AddRange(arguments.Copy.Select(copy => new Fact("Cc", copy.ToString())));
        facts.Add(new Fact("Subject", arguments.Subject));
        if (arguments.InReplyTo is { } parent) facts.Add(new Fact("In reply to", parent));
        if (arguments.References.Count > 0) facts.Add(new Fact("Thread", string.Join(' ', arguments.References)));
        facts.AddRange((arguments.Attachments ?? []).Select(file => new Fact("File", FileWords.Of(file))));
        return facts;
    }

    private static List<string> Warnings(EmailSendArguments arguments)
    {
        var warnings = new List<string>();
        List<Mailbox> all = [.. arguments.To, .. arguments.Copy];
        string[] texts = [arguments.Subject, arguments.Text, .. (arguments.Attachments ?? []).Select(file => file.Name), .. all.Select(mailbox => mailbox.ToString())];
        if (texts.Any(text => text.Any(SafeText.IsBidi)))
            warnings.Add("It holds characters that change the reading direction, so it may not read as it is written.");
        if (texts.Any(text => text.Any(SafeText.IsZeroWidth)))
            warnings.Add("It holds characters that cannot be seen.");
        foreach (var mailbox in all)
        {
            if (MailAddresses.LooksLikeAnother(mailbox.Address))
                warnings.Add($"{mailbox.Address} has letters outside plain Latin and may look like another address.");
            if (mailbox.Name?.Contains('@', StringComparison.Ordinal) == true && !mailbox.Name.Equals(mailbox.Address, StringComparison.OrdinalIgnoreCase))
                warnings.Add($"The name shown for {mailbox.Address} looks like another mail address.");
        }

        return warnings;
    }
}
