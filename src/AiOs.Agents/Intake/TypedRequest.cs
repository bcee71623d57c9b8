using AiOs.Agents.Policies;
using AiOs.Agents.Records;
using AiOs.Agents.Schedules;
using AiOs.Contracts.Ids;

namespace AiOs.Agents.Intake;

/// <summary>What the operator asks for in a typed message, as far as it can be told without a model.</summary>
internal sealed record TypedRequest(TypedRequestKind Kind, string Rest)
{
    private static readonly (TypedRequestKind Kind, PhraseSet Openings)[] Openings =
    [
        (TypedRequestKind.Note, new PhraseSet("note", "note that", "make a note", "make a note that", "remember", "remember that",
            "please remember", "please remember that",
            "keep in mind", "keep in mind that", "remind me", "notiz", "merke", "merk dir", "notiere", "todo", "idea", "idee")),
        (TypedRequestKind.Write, new PhraseSet("write", "please write", "mail", "email", "e-mail", "send", "please send", "send a mail",
            "send an email", "send mail",
            "schreib", "schreibe", "bitte schreib", "bitte schreibe", "maile", "sende", "write a mail", "write an email", "reply",
            "reply to", "answer", "tell")),
        (TypedRequestKind.Pay, new PhraseSet("pay", "please pay", "transfer", "bezahle", "überweise", "zahle")),
        (TypedRequestKind.Invoice, new PhraseSet("invoice", "please invoice", "bill", "rechnung", "send an invoice", "write an invoice", "make an invoice",
            "prepare an invoice", "create an invoice", "schreib eine rechnung", "schreibe eine rechnung", "stelle eine rechnung")),
        (TypedRequestKind.Reminder, new PhraseSet("payment reminder", "send a payment reminder", "send a reminder", "write a reminder", "reminder for invoice",
            "reminder of invoice", "reminder to", "dun", "zahlungserinnerung", "mahnung", "mahne", "schreib eine mahnung", "schick eine mahnung")),
        (TypedRequestKind.Payment, new PhraseSet("payment received", "received a payment", "received payment", "payment from", "payment of", "payment came in",
            "zahlungseingang", "zahlung von", "zahlung erhalten", "geldeingang")),
        (TypedRequestKind.Offer, new PhraseSet("offer", "proposal", "quote", "make an offer", "write an offer", "send an offer", "prepare an offer", "write a proposal",
            "prepare a proposal", "send a proposal", "make a proposal", "write a quote", "angebot", "schreib ein angebot", "schreibe ein angebot", "mach ein angebot")),
        (TypedRequestKind.Outcome, new PhraseSet("won", "we won", "lost", "we lost", "deal won", "deal lost", "gewonnen", "verloren")),
        (TypedRequestKind.Post, new PhraseSet("post about", "write a post", "write a blog post", "write an article", "write a newsletter", "draft a post", "draft a blog post",
            "draft a newsletter", "draft an article", "newsletter about", "blog post about", "article about", "schreib einen beitrag", "schreibe einen beitrag",
            "schreib einen post", "schreib einen newsletter", "schreibe einen newsletter", "beitrag über", "newsletter über")),
    ];

    private static readonly PhraseSet Reminding = new("remind", "please remind", "erinnere");

    private static readonly PhraseSet OfMoney = new("invoice", "invoices", "payment", "rechnung", "zahlung");

    private static readonly PhraseSet Asking = new("what did we", "what do we", "what have we", "what do you know", "when did", "who is", "which", "how much", "how long", "where did", "why did",
        "did we", "do we", "tell me what", "was wissen wir", "was haben wir", "was weißt du", "wann", "wer ist", "wer hat", "welche", "welcher", "wie viel", "wieviel", "haben wir", "warum");

    /// <summary>Reads the request.</summary>
    /// <param name="text">What was typed.</param>
    /// <returns>Its kind and what follows its opening words; <see cref="TypedRequestKind.None"/> where it opens with none we know.</returns>
    public static TypedRequest Read(string text)
    {
        var trimmed = text.TrimStart();
        var best = new TypedRequest(TypedRequestKind.None, trimmed);
        var longest = 0;
        foreach (var (kind, openings) in Openings)
        {
            if (openings.TryFind(trimmed.AsSpan(0, Math.Min(trimmed.Length, 40)), out var at, out var length) && at == 0
                && length > longest)
            {
                longest = length;
                best = new TypedRequest(kind, trimmed[length..].TrimStart(' ', ':', ',', '-').TrimEnd());
            }
        }

        return best.Kind is TypedRequestKind.None or TypedRequestKind.Note && Reminding.TryFind(trimmed, out var start, out _) && start == 0 && OfMoney.IsIn(trimmed) && !trimmed.StartsWith("remind me", StringComparison.OrdinalIgnoreCase)
            ? new TypedRequest(TypedRequestKind.Reminder, trimmed)
            : best.Kind is TypedRequestKind.None && IsQuestion(trimmed) ? new TypedRequest(TypedRequestKind.Question, trimmed.TrimEnd())
            : best;
    }

    /// <summary>Who prepares it; nothing for whoever prepares the general case.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="currency">The workspace's currency.</param>
    /// <returns>The agent's name.</returns>
    public static AgentName? AgentFor(string text, string currency) => Read(text).Kind switch
    {
        TypedRequestKind.Invoice or TypedRequestKind.Reminder or TypedRequestKind.Payment => AgentName.Billing,
        TypedRequestKind.Offer or TypedRequestKind.Outcome => AgentName.Sales,
        TypedRequestKind.Post => AgentName.Editor,
        TypedRequestKind.Question when !IsSetting(text, currency) => AgentName.Research,
        _ => null,
    };

    private static bool IsQuestion(string text) => text.TrimEnd().EndsWith('?') || (Asking.TryFind(text, out var at, out _) && at == 0);

    /// <summary>Whether it asks for something to be set rather than told.</summary>
    private static bool IsSetting(string text, string currency) =>
        ScheduleRequest.Read(text) is not null || PolicyRequestReader.Read(text, currency, PolicyFacts.None) is not null || MergeRequest.Read(text) is not null;

    /// <summary>Says what was asked for.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="currency">The workspace's currency.</param>
    /// <returns>One short clause, or nothing where no request is seen.</returns>
    public static string? Describe(string text, string currency) => Read(text).Kind switch
    {
        TypedRequestKind.None or TypedRequestKind.Question when ScheduleRequest.Read(text) is not null => "you asked for something at set times",
        TypedRequestKind.Write or TypedRequestKind.None or TypedRequestKind.Question when PolicyRequestReader.Read(text, currency, PolicyFacts.None) is not null => "you asked for a change of the policy",
        TypedRequestKind.None or TypedRequestKind.Question when MergeRequest.Read(text) is not null => "you asked to merge two Records",
        TypedRequestKind.None or TypedRequestKind.Question when RecordRequest.Read(text) is not null => "you said what a Record holds",
        TypedRequestKind.Write => "you asked for a mail",
        TypedRequestKind.Note => "you asked for a note",
        TypedRequestKind.Pay => "you asked for something to be paid",
        TypedRequestKind.Invoice => "you asked for an invoice",
        TypedRequestKind.Reminder => "you asked for a reminder",
        TypedRequestKind.Payment => "you said that a payment came in",
        TypedRequestKind.Offer => "you asked for an offer",
        TypedRequestKind.Outcome => "you said how an offer ended",
        TypedRequestKind.Post => "you asked for something to be published",
        TypedRequestKind.Question => "you asked a question",
        _ => null,
    };
}
