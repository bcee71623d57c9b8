using AiOs.Agents.Drafting.Facts;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;

namespace AiOs.Agents.Billing.Payments;

/// <summary>What a payment may be for. Only a number, or a client together with the exact amount, points to one invoice.</summary>
internal abstract record PaymentMatch
{
    private PaymentMatch()
    {
    }

    /// <summary>Exactly one open invoice, over exactly this amount.</summary>
    /// <param name="Invoice">Which one.</param>
    /// <param name="Why">How it was found.</param>
    public sealed record Exact(OwnInvoice Invoice, string Why) : PaymentMatch;

    /// <summary>One invoice by its number, over another amount.</summary>
    /// <param name="Invoice">Which one.</param>
    public sealed record Differs(OwnInvoice Invoice) : PaymentMatch;

    /// <summary>The invoice that it names is not open any more.</summary>
    /// <param name="Invoice">Which one.</param>
    public sealed record Settled(OwnInvoice Invoice) : PaymentMatch;

    /// <summary>Nothing points to one invoice.</summary>
    /// <param name="Candidates">Those it may be for; perhaps none.</param>
    public sealed record Unclear(IReadOnlyList<OwnInvoice> Candidates) : PaymentMatch;

    /// <summary>Finds the invoice of a payment. Pure.</summary>
    /// <param name="invoices">Invoices of ours.</param>
    /// <param name="words">What was said of the payment.</param>
    /// <param name="amount">How much came in.</param>
    /// <param name="payers">The clients who may have paid it.</param>
    /// <returns>The match.</returns>
    public static PaymentMatch Of(IReadOnlyList<OwnInvoice> invoices, string words, Money amount, IReadOnlyList<RecordId> payers)
    {
        var named = invoices.Where(invoice => NamedParty.Holds(words, invoice.Number) || NamedParty.Holds(words, invoice.Record.Id.ToString())).ToList();
        if (named is [var one])
        {
            return !one.IsOpen ? new Settled(one)
                : one.Amount == amount ? new Exact(one, "by its number")
                : new Differs(one);
        }

        var open = (named.Count > 0 ? named : invoices).Where(invoice => invoice.IsOpen).ToList();
        var theirs = open.Where(invoice => invoice.Client is { } client && payers.Contains(client)).ToList();
        var sameAmount = theirs.Where(invoice => invoice.Amount == amount).ToList();
        return named.Count == 0 && sameAmount is [var fits] ? new Exact(fits, "by client and amount")
            : new Unclear(sameAmount.Count > 0 ? sameAmount : theirs.Count > 0 ? theirs : [.. open.Where(invoice => invoice.Amount == amount || named.Count > 0)]);
    }
}
