using AiOs.Agents.Drafting;
using AiOs.Agents.Drafting.Facts;
using AiOs.Agents.Intake;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;

namespace AiOs.Agents.Billing.Invoices;

/// <summary>
/// Prepares an invoice that the operator typed: the Record and the mail. The price is a Record's or theirs; where neither says one, the price is the
/// question.
/// </summary>
internal static class InvoiceWriter
{
    public static ProposalDraft Draft(DraftDesk desk)
    {
        var clients = NamedParty.ClientsIn(desk.Brief, string.Join('\n', desk.Answers.Prepend(desk.Message.Text)));
        if (clients is not [var client])
        {
            return Ask(desk, clients.Count == 0
                ? "For which client is the invoice? Name the Record, as in “client/berg”; /clients lists them, and “new client NAME, MAIL ADDRESS” makes one."
                : $"For which of these is the invoice: {string.Join(", ", clients.Take(4).Select(one => one.Id))}?");
        }

        var request = InvoiceRequest.Of(desk);
        RecordSnapshot?[] near = [.. Near(desk.Brief, client)];
        if (request.Work is null && request.Flat is null)
        {
            return Ask(desk, $"How much work is it for {client.Id}: how many hours or days, or which amount?");
        }

        var rate = request.Flat is null ? PriceRate.All(desk.Brief, near).FirstOrDefault(one => one.Unit is null || one.Unit == request.Work?.Unit) : null;
        if (request.Flat is null && rate is null)
        {
            return PriceRate.First(desk.Brief, near) is { } other
                ? Ask(desk, $"{other.Cited} is for a {other.Unit}, and you said {request.Work!.Words}. Which amount shall the invoice have?")
                : Missing(desk, new MissingFact(client.Id, "rate", $"No Record says what an hour or a day costs {NamedParty.NameOf(client)}. What is the rate (such as “85 EUR per hour”)?", SensitiveKind.Amount));
        }

        return (request.Flat ?? request.Work!.At(rate!.Price)) is { } net
            ? Priced(desk, client, request, rate, InvoiceSum.Of(net, near), near)
            : Ask(desk, "That comes to no amount that I can write. Which amount shall the invoice have?");
    }

    private static ProposalDraft Priced(DraftDesk desk, RecordSnapshot client, InvoiceRequest request, PriceRate? rate, InvoiceSum sum, RecordSnapshot?[] near)
    {
        var today = DateOnly.FromDateTime(desk.Brief.ReceivedAt.Date);
        var late = OwnInvoice.LateOf(desk.Brief, client.Id);
        if (PaymentTerms.Of(desk.Brief, near, late.Count > 0) is not { } terms)
        {
            return Missing(desk, new MissingFact(KnownFacts.Own, PaymentTerms.Usual, "Within how many days are your invoices to be paid (such as “14 days”)?", null));
        }

        if (KnownFacts.OurValue(client, "email") is not { } address)
        {
            return Missing(desk, new MissingFact(client.Id, "email", $"To which address do invoices to {NamedParty.NameOf(client)} go?", SensitiveKind.Recipient));
        }

        var all = OwnInvoice.Of(desk.Brief);
        var next = request.Number is null ? InvoiceNumbers.Next(all, today) : null;
        if ((request.Number ?? next?.Number) is not { } number || InvoiceNumbers.Key(number).Length == 0)
        {
            return Ask(desk, "Which number shall the invoice have? I count on from it afterwards.");
        }

        var same = all.FirstOrDefault(invoice => string.Equals(invoice.Number, number, StringComparison.OrdinalIgnoreCase) || invoice.Record.Id.Key == InvoiceNumbers.Key(number));
        if (same is not null)
        {
            return Ask(desk, $"There is an invoice {number} already ({same.Cited}). Which number shall this one have?");
        }

        var twin = request.Period.Length == 0 ? null : all.FirstOrDefault(invoice => invoice.Client == client.Id && string.Equals(KnownFacts.Value(invoice.Record, "period"), request.Period, StringComparison.OrdinalIgnoreCase));
        var invoice = new PlannedInvoice(client, address, number, request, rate, sum, today, today.AddDays(terms.Days), terms);
        return new ProposalDraft
        {
            Summary = $"Invoice {number} over {sum.Total} to {NamedParty.NameOf(client)}, due {KnownFacts.Text(invoice.Due)}: keep it and send it.",
            Reasons = [.. Reasons(invoice, next?.After, late)],
            Evidence = [.. Evidence(desk, invoice, next?.After, late)],
            Confidence = Confidence.Certain,
            Effects = [invoice.Record(), invoice.Mail(BillingWords.Of(client, desk.German), desk.Brief.OperatorName)],
            Question = twin is null ? null : $"{twin.Record.Id} (version {twin.Record.Version}) is for {request.Period} already. Is this one meant as well?",
        };
    }

    private static IEnumerable<string> Reasons(PlannedInvoice invoice, OwnInvoice? after, IReadOnlyList<OwnInvoice> late)
    {
        yield return "you asked for an invoice";
        yield return invoice.Rate is { } rate ? $"{invoice.Request.Work!.Words} at {rate.Cited} make {invoice.Sum.Net}" : $"you said {invoice.Sum.Net}";
        yield return invoice.Sum.Rate is { } vat ? $"VAT {vat.Words} ({KnownFacts.Cited(vat.Record)}) is {invoice.Sum.Vat}" : "no Record says a VAT rate, so none is added";
        yield return $"due {invoice.Terms.Days} days after today ({invoice.Terms.Cited})";
        if (after is not null)
        {
            yield return $"the number after {after.Number} ({after.Cited})";
        }

        if (late.Count > 0)
        {
            yield return $"{late[0].Number} was paid {late[0].DaysLate} days late ({late[0].Cited}){(invoice.Terms.Field == PaymentTerms.ForLate ? ", so the terms are those for who paid late" : string.Empty)}";
        }
    }

    private static IEnumerable<Evidence> Evidence(DraftDesk desk, PlannedInvoice invoice, OwnInvoice? after, IReadOnlyList<OwnInvoice> late)
    {
        yield return new Evidence("message", null, PlainText.Line(desk.Message.Text, 120), Provenance.Operator);
        if (invoice.Rate is { } rate)
        {
            yield return KnownFacts.Evidence(rate.Record, rate.Field);
        }

        if (invoice.Sum.Rate is { } vat)
        {
            yield return KnownFacts.Evidence(vat.Record, vat.Field);
        }

        if (invoice.Terms.Record is { } terms)
        {
            yield return KnownFacts.Evidence(terms, invoice.Terms.Field);
        }

        yield return KnownFacts.Evidence(invoice.Client, "email");
        foreach (var other in late.Take(1).Concat(after is null ? [] : [after]).Where(other => other.Record.Fields.ContainsKey("number")).DistinctBy(other => other.Record.Id))
        {
            yield return KnownFacts.Evidence(other.Record, other.DaysLate > 0 ? "paid" : "number");
        }
    }

    /// <summary>Where prices and terms are looked for: contracts and projects of the client, the client, then what holds for everybody.</summary>
    private static IEnumerable<RecordSnapshot?> Near(AgentBrief brief, RecordSnapshot client) =>
    [
        .. KnownFacts.About(brief, "project", client.Id).Where(project => NamedParty.Holds(brief.Message.Text, project.Id.ToString())),
        .. KnownFacts.About(brief, "contract", client.Id).Where(contract => KnownFacts.Value(contract, "state") is not ("ended" or "cancelled")),
        client,
        brief.Facts.FirstOrDefault(record => record.Id == KnownFacts.Own),
    ];

    private static ProposalDraft Missing(DraftDesk desk, MissingFact missing) => Ask(desk, missing.Question) with { Question = null, Missing = missing };

    private static ProposalDraft Ask(DraftDesk desk, string question) => new()
    {
        Summary = "An invoice is wanted; I need a word more.",
        Reasons = ["you asked for an invoice"],
        Evidence = [new Evidence("message", null, PlainText.Line(desk.Message.Text, 120), Provenance.Operator)],
        Confidence = Confidence.Certain,
        Question = question,
    };
}
