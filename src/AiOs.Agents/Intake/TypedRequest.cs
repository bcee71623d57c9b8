using AiOs.Agents.Policies;
using AiOs.Agents.Records;
using AiOs.Agents.Schedules;

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
        (TypedRequestKind.Invoice, new PhraseSet("invoice", "bill", "rechnung", "send an invoice", "write an invoice", "make an invoice")),
    ];

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

        return best;
    }

    /// <summary>Says what was asked for.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="currency">The workspace's currency.</param>
    /// <returns>One short clause, or nothing where no request is seen.</returns>
    public static string? Describe(string text, string currency) => Read(text).Kind switch
    {
        TypedRequestKind.None when ScheduleRequest.Read(text) is not null => "you asked for something at set times",
        TypedRequestKind.Write or TypedRequestKind.None when PolicyRequestReader.Read(text, currency, PolicyFacts.None) is not null => "you asked for a change of the policy",
        TypedRequestKind.None when MergeRequest.Read(text) is not null => "you asked to merge two Records",
        TypedRequestKind.Write => "you asked for a mail",
        TypedRequestKind.Note => "you asked for a note",
        TypedRequestKind.Pay => "you asked for something to be paid",
        TypedRequestKind.Invoice => "you asked about an invoice",
        _ => null,
    };
}
