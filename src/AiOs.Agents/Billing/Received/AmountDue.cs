using AiOs.Agents.Intake;
using AiOs.Contracts.Intake;

namespace AiOs.Agents.Billing.Received;

/// <summary>Finds the amount to be paid among several, where the words beside exactly one of them say so.</summary>
internal static class AmountDue
{
    private const int Before = 40;

    private static readonly PhraseSet[] Labels =
    [
        new("amount due", "balance due", "total due", "amount to pay", "amount payable", "grand total", "zu zahlen", "zahlbetrag",
            "gesamtbetrag", "rechnungsbetrag", "endbetrag", "remaining amount"),
        new("total", "gesamt", "summe", "brutto", "in total", "importe total"),
    ];

    public static ExtractedField? Choose(string text, IReadOnlyList<ExtractedField> amounts)
    {
        foreach (var labels in Labels)
        {
            var labelled = amounts.Where(amount => IsLabelled(text, amount.Quote, labels)).ToList();
            if (labelled.Count > 0)
            {
                return labelled.Count == 1 ? labelled[0] : null;
            }
        }

        return null;
    }

    private static bool IsLabelled(string text, string quote, PhraseSet labels)
    {
        for (var at = text.IndexOf(quote, StringComparison.Ordinal); at >= 0; at = text.IndexOf(quote, at + quote.Length,
            StringComparison.Ordinal))
        {
            var before = text.AsSpan(Math.Max(0, at - Before), Math.Min(Before, at));
            before = before[(before.LastIndexOf('\n') + 1)..];
            if (labels.TryFind(before, out var start, out var length) && !before[(start + length)..].ContainsAnyInRange('0', '9'))
            {
                return true;
            }
        }

        return false;
    }
}
