using AiOs.Agents.Intake.Extraction.Tokens;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;

namespace AiOs.Agents.Intake.Extraction.People;

/// <summary>
/// Finds companies by their legal form, else by the domain of the sender's address where that is not one of a mail
/// provider.
/// </summary>
internal static class CompanyScanner
{
    private const int MaxWords = 5;

    private static readonly WordTable<bool> Forms = WordTable<bool>.Of(
        (true, "GmbH Ltd Limited Inc LLC LLP AG SARL SAS UG KG OHG GbR BV NV Oy AB ApS Srl SpA Pty PLC Corp eG mbH"));

    private static readonly WordTable<bool> Providers = WordTable<bool>.Of(
        (true, "gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com yahoo.de yahoo.co.uk icloud.com me.com aol.com gmx.de gmx.net gmx.at "
            + "gmx.ch web.de t-online.de freenet.de posteo.de mailbox.org proton.me protonmail.com hey.com fastmail.com orange.fr free.fr laposte.net libero.it mail.com"));

    public static bool IsProvider(ReadOnlySpan<char> domain) => Providers.Contains(domain);

    public static void Scan(TokenText text, Mailbox? sender, List<Found> found)
    {
        var before = found.Count;
        for (var i = 1; i < text.Count; i++)
        {
            if (text.Is(i, TokenKind.Word) && text.IsCapitalisedOrForm(i) && Forms.Contains(text.Span(i)))
            {
                TryAdd(text, i, found);
            }
        }

        var at = sender?.Address.LastIndexOf('@') ?? -1;
        if (found.Count == before && at > 0 && at < sender!.Address.Length - 3 && !IsProvider(sender.Address.AsSpan(at + 1)))
        {
            found.Add(new Found(-1, new ExtractedField(FieldName.Company, sender.Address[(at + 1)..].ToLowerInvariant(), sender.Address)));
        }
    }

    private static bool IsCapitalisedOrForm(this TokenText text, int i) => text.IsCapitalised(i) || text.Span(i) is "mbH" or "eG";

    private static void TryAdd(TokenText text, int form, List<Found> found)
    {
        var first = form;
        while (form - first < MaxWords && (text.IsCapitalised(first - 1) || text.IsSign(first - 1, '&')) && text[first - 1].Length <= 30)
        {
            first--;
        }

        while (first < form && !text.IsCapitalised(first))
        {
            first++;
        }

        if (first < form)
        {
            var name = text.Quote(first, form + 1);
            found.Add(new Found(text[first].Start, new ExtractedField(FieldName.Company, name, name)));
        }
    }
}
