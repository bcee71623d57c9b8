using AiOs.Agents.Drafting;
using AiOs.Agents.Drafting.Facts;
using AiOs.Agents.Drafting.Replies;
using AiOs.Agents.Intake;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;

namespace AiOs.Agents.Billing.Payments;

/// <summary>
/// Finds the invoice that a payment is for and proposes to mark it paid where everything agrees. A part, too much, or no invoice is one question with
/// the candidates.
/// </summary>
internal static class PaymentDrafter
{
    private const int MostNamed = 6;

    private static readonly PhraseSet Mark = new("mark it paid", "mark as paid", "paid", "it is paid", "settled", "bezahlt", "als bezahlt");

    public static ProposalDraft Draft(DraftDesk desk)
    {
        var typed = desk.Brief.Authority == Authority.Operator && desk.Message.Origin == ContentOrigin.Typed;
        var amounts = desk.AnswerFields.Concat(desk.Brief.Intent.Fields).Where(field => field.Amount is { Minor: > 0 }).Select(field => field.Amount!).Distinct().ToList();
        if (desk.Answers.Any(MeetingTimes.IsNo))
        {
            return Note(desk, "Keep a note of the payment; no invoice is marked paid.");
        }

        var words = string.Join('\n', desk.Answers.Append(desk.Message.Subject ?? string.Empty).Append(desk.Message.Text));
        var invoices = OwnInvoice.Of(desk.Brief);
        if (amounts.Count != 1)
        {
            return typed ? Ask(desk, amounts.Count == 0 ? "How much came in, and for which invoice?" : $"Which of these came in: {string.Join(", ", amounts.Take(4))}?")
                : Note(desk, null);
        }

        // Which client it may be is read from what was said; that somebody outside says so only makes a candidate.
        var payers = NamedParty.ClientsIn(desk.Brief, words).Select(client => client.Id).ToList();
        return PaymentMatch.Of(invoices, words, amounts[0], payers) switch
        {
            PaymentMatch.Exact exact => Paid(desk, exact.Invoice, amounts[0], $"{exact.Invoice.Number} over {exact.Invoice.Amount} ({exact.Invoice.Cited}) fits {exact.Why}", typed),
            PaymentMatch.Settled settled => Nothing(desk, settled.Invoice),
            PaymentMatch.Differs differs when IsMarked(desk) => Paid(desk, differs.Invoice, amounts[0], $"you said that it settles {differs.Invoice.Number}, which is over {differs.Invoice.Amount} ({differs.Invoice.Cited})", typed),
            PaymentMatch.Differs differs => Ask(desk, Difference(differs.Invoice, amounts[0])),
            PaymentMatch.Unclear { Candidates: [var only] } when IsMarked(desk) => Paid(desk, only, amounts[0], $"you said that it is for {only.Number} ({only.Cited})", typed),
            PaymentMatch.Unclear { Candidates: { Count: > 0 } candidates } => Ask(desk, $"{amounts[0]} came in, and I cannot tell for which invoice. Is it for {string.Join(" or ", candidates.Take(MostNamed).Select(Named))}? Tell me its number, or “no” for a note alone."),
            _ when typed => Ask(desk, $"{amounts[0]} came in, and no open invoice fits. Which invoice is it for? Tell me its number, or “no” for a note alone."),
            _ => Note(desk, null),
        };
    }

    private static bool IsMarked(DraftDesk desk) => desk.Answers.Count > 0 && (MeetingTimes.IsYes(desk.Answers[^1]) || Mark.IsIn(desk.Answers[^1]));

    private static string Difference(OwnInvoice invoice, Money amount)
    {
        var name = $"invoice {invoice.Number} over {invoice.Amount?.ToString() ?? "an amount that it does not say"} ({invoice.Cited})";
        var rest = invoice.Amount is { } wanted && wanted.Currency == amount.Currency && wanted.Minor != amount.Minor
            ? amount.Minor < wanted.Minor ? $", so {new Money(wanted.Minor - amount.Minor, wanted.Currency)} are left" : $", which is {new Money(amount.Minor - wanted.Minor, wanted.Currency)} too much"
            : string.Empty;
        return $"{amount} came in for {name}{rest}. Shall I mark it paid? “No” keeps it open with a note.";
    }

    private static ProposalDraft Paid(DraftDesk desk, OwnInvoice invoice, Money amount, string reason, bool typed)
    {
        var said = typed ? Provenance.Operator : Provenance.External;
        var worked = typed ? Provenance.Model : Provenance.External;
        var day = desk.Values(FieldName.Date).Select(field => KnownFacts.DayOf(field.Value)).FirstOrDefault(one => one is not null);
        var on = day ?? DateOnly.FromDateTime((desk.Message.SentAt ?? desk.Brief.ReceivedAt).Date);
        return new ProposalDraft
        {
            Summary = $"Mark invoice {invoice.Number} paid: {amount} came in.",
            Reasons = [.. desk.Brief.Intent.Reasons, reason, day is null ? "no day is said, so it is the day of the message" : $"paid on {KnownFacts.Text(on)}, as it says"],
            Evidence = [.. desk.Evidence(FieldName.Amount, FieldName.InvoiceNumber, FieldName.Date), .. invoice.Amount is null ? [] : (Evidence[])[KnownFacts.Evidence(invoice.Record, "amount")]],
            Confidence = desk.Brief.Intent.Confidence,
            Effects =
            [
                EffectDrafts.Record(new RecordWriteArguments
                {
                    Record = invoice.Record.Id,
                    ExpectedVersion = invoice.Record.Version,
                    Fields = new Dictionary<string, RecordField>(StringComparer.Ordinal)
                    {
                        ["paid"] = new(KnownFacts.Text(on), day is null ? Provenance.Model : said),
                        ["paid-amount"] = new(amount.ToString(), worked),
                        ["state"] = new("paid", worked),
                    },
                    Reason = "a payment came in",
                }),
            ],
        };
    }

    private static ProposalDraft Nothing(DraftDesk desk, OwnInvoice invoice) => Ask(desk, string.Empty) with
    {
        Summary = $"Nothing to do: invoice {invoice.Number} is not open any more ({invoice.Cited}).",
        Question = null,
    };

    private static ProposalDraft Note(DraftDesk desk, string? summary)
    {
        var kept = KeepDrafter.Draft(desk);
        return summary is null ? kept : kept with { Summary = summary };
    }

    private static string Named(OwnInvoice invoice) => $"{invoice.Number} over {invoice.Amount?.ToString() ?? "an unknown amount"} ({invoice.Cited})";

    private static ProposalDraft Ask(DraftDesk desk, string question) => new()
    {
        Summary = "A payment came in; I need a word more.",
        Reasons = desk.Brief.Intent.Reasons,
        Evidence = desk.Evidence(FieldName.Amount, FieldName.InvoiceNumber, FieldName.Topic),
        Confidence = desk.Brief.Intent.Confidence,
        Question = question,
    };
}
