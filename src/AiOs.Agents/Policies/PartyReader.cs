using System.Text.RegularExpressions;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Proposals;

namespace AiOs.Agents.Policies;

/// <summary>Reads whom and what to ask about always, and to whom nothing may go.</summary>
internal static class PartyReader
{
    private const int OneTap = 1;
    private const int Typed = 2;
    private const int TwoYeses = 3;

    private static readonly (string Kind, string Label, string[] Words)[] Kinds =
    [
        (EffectKind.EmailSend.Value, "mails", ["mail", "mails", "email", "emails", "e-mail", "e-mails", "letters", "messages", "replies", "writing", "mailing", "emailing", "writing mails", "writing to anybody", "writing to anyone", "write mails", "write to anybody", "write to anyone", "send mails"]),
        ("payment.*", "payments", ["payment", "payments", "pay", "paying", "paying anything", "pay anything", "pay anybody", "paying anybody", "transfers", "spending", "spending money", "spend money", "zahlungen"]),
        ("invoice.*", "invoices", ["invoice", "invoices", "bills", "invoicing"]),
        ("calendar.*", "the calendar", ["calendar", "appointments", "appointment", "bookings", "booking", "meetings", "booking meetings", "book meetings"]),
        ("publish.*", "publishing", ["publish", "publishing", "posts", "post", "posting", "publications", "publish anything", "publishing anything"]),
        ("contract.*", "contracts", ["contract", "contracts", "signing", "signing anything", "sign contracts", "signing contracts", "sign anything"]),
        (EffectKind.NoteKeep.Value, "notes", ["note", "notes", "keeping notes", "keep notes", "writing notes", "write notes"]),
        (EffectKind.RecordWrite.Value, "changes of Records", ["record", "records", "changing records", "change records", "writing records", "write records"]),
    ];

    public static PolicyRequest? Read(string request) =>
        About(request) ?? For(request) ?? Never(request);

    private static PolicyRequest.Change? About(string request)
    {
        if (PartyPhrases.AskAbout(request) is not { } match || !IsStanding(match) || WhomOf(match) is not { } whom)
        {
            return null;
        }

        var tier = TierOf(match);
        return new PolicyRequest.Change(
            new PolicyChangeArguments { ExpectedVersion = 0, Change = "ask-about", Counterparty = whom, Tier = tier },
            $"Always ask you before anything goes to {whom} ({Words(tier)}).");
    }

    private static PolicyRequest? For(string request)
    {
        if (PartyPhrases.AskFor(request) is not { } match || !IsStanding(match))
        {
            return null;
        }

        var said = match.Groups["kind"].Value.Trim();
        if (KindOf(said) is not { } kind)
        {
            return match.Groups["always"].Success && match.Groups["me"].Success
                ? new PolicyRequest.Unclear("I can always ask you about one address, and for one kind of thing: mails, payments, invoices, publishing, contracts, the calendar, notes or Records. Which one do you mean?")
                : null;
        }

        var tier = TierOf(match);
        return new PolicyRequest.Change(
            new PolicyChangeArguments { ExpectedVersion = 0, Change = "ask-for", Kind = kind.Kind, Tier = tier },
            $"Always ask you about {kind.Label} ({Words(tier)}).");
    }

    private static PolicyRequest? Never(string request)
    {
        if ((PartyPhrases.Never(request) ?? PartyPhrases.NotNow(request)) is not { } match || WhomOf(match) is not { } whom)
        {
            return null;
        }

        var change = new PolicyRequest.Change(
            new PolicyChangeArguments { ExpectedVersion = 0, Change = "auto-reject", Counterparty = whom, Because = $"You said that nothing goes to {whom}." },
            $"Refuse from now on whatever would go to {whom}.");
        return PartyPhrases.Never(request) is not null ? change : new PolicyRequest.Unclear($"Shall I refuse from now on whatever would go to {whom}?", change);
    }

    /// <summary>"Ask about the invoice" is a task for today; "always", "me" or "twice" makes it a rule.</summary>
    private static bool IsStanding(Match match) => match.Groups["always"].Success || match.Groups["me"].Success || match.Groups["twice"].Success;

    private static int TierOf(Match match) => match.Groups["twice"].Success ? TwoYeses : match.Groups["typed"].Success ? Typed : OneTap;

    private static string Words(int tier) => tier switch
    {
        Typed => "you type the amount or the name",
        TwoYeses => "two yeses: from a second channel, or after a rest",
        _ => "one tap",
    };

    private static string? WhomOf(Match match)
    {
        var whom = match.Groups["whom"].Value;
        var host = whom.LastIndexOfAny([' ', '@']) is var at && (whom.StartsWith('*') || whom.StartsWith('@') || whom.Contains(' ', StringComparison.Ordinal)) ? whom[(at + 1)..] : null;
        return host is null ? whom.ToLowerInvariant() : host.Length > 0 ? "*@" + host.ToLowerInvariant() : null;
    }

    private static (string Kind, string Label)? KindOf(string said)
    {
        foreach (var (kind, label, words) in Kinds)
        {
            if (words.Contains(said, StringComparer.OrdinalIgnoreCase))
            {
                return (kind, label);
            }
        }

        var dotted = said.Contains('.', StringComparison.Ordinal) && !said.Contains(' ', StringComparison.Ordinal)
            && (said.EndsWith(".*", StringComparison.Ordinal) ? said[..^2] : said).Split('.').All(part => part.Length > 0 && part.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'));
        return dotted ? (said, said) : null;
    }
}
