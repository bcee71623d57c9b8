using AiOs.Contracts.Effects;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Proposals;

namespace AiOs.Connectors.Email.Sending.Facts;

/// <summary>Reads out of a mail's arguments whom it touches and which values in it could do harm.</summary>
internal static class MailFacts
{
    public const int MostValues = 200;

    /// <summary>Stands for the values that were not listed. It is no address, so nothing can ever ground it.</summary>
    public static readonly SensitiveValue TooMany = new(SensitiveKind.Url, "text", $"more than {MostValues} values");

    public static EffectFacts Of(EmailSendArguments? arguments)
    {
        if (arguments is null) return EffectFacts.None;
        return new EffectFacts
        {
            Counterparty = arguments.To.Count > 0 ? Form(arguments.To[0]) : null,
            Values = Bounded(Recipients("to", arguments.To)
                .Concat(Recipients("copy", arguments.Copy))
                .Concat(ValueScanner.Scan("subject", arguments.Subject))
                .Concat(ValueScanner.Scan("text", arguments.Text))),
        };
    }

    private static IEnumerable<SensitiveValue> Recipients(string name, IEnumerable<Mailbox> mailboxes) =>
        mailboxes.Select(mailbox => new SensitiveValue(SensitiveKind.Recipient, name, Form(mailbox)));

    private static string Form(Mailbox mailbox) => mailbox.Address.ToLowerInvariant();

    private static List<SensitiveValue> Bounded(IEnumerable<SensitiveValue> values)
    {
        List<SensitiveValue> first = [.. values.Distinct().Take(MostValues + 1)];
        if (first.Count > MostValues) first[MostValues] = TooMany;
        return first;
    }
}
