using AiOs.Agents.Drafting;
using AiOs.Agents.Drafting.Facts;
using AiOs.Agents.Drafting.Letters;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;

namespace AiOs.Agents.Billing.Invoices;

/// <summary>An invoice with everything worked out.</summary>
/// <param name="Client">For whom.</param>
/// <param name="Address">To which address.</param>
/// <param name="Number">Its number.</param>
/// <param name="Request">What the operator typed.</param>
/// <param name="Rate">The price it is worked out with; nothing where they named the amount.</param>
/// <param name="Sum">What it comes to.</param>
/// <param name="Issued">The day of the invoice.</param>
/// <param name="Due">By which day it is to be paid.</param>
/// <param name="Terms">Why then.</param>
internal sealed record PlannedInvoice(
    RecordSnapshot Client, string Address, string Number, InvoiceRequest Request, PriceRate? Rate, InvoiceSum Sum, DateOnly Issued, DateOnly Due, PaymentTerms Terms)
{
    public EffectDraft Record()
    {
        var said = Rate is null ? Provenance.Operator : Provenance.Model;
        var fields = new Dictionary<string, RecordField>(StringComparer.Ordinal)
        {
            ["number"] = new(Number, Request.Number is null ? Provenance.Model : Provenance.Operator),
            ["client"] = new(Client.Id.ToString(), Provenance.Model),
            ["amount"] = new(Sum.Total.ToString(), Sum.Vat is null ? said : Provenance.Model),
            ["issued"] = new(KnownFacts.Text(Issued), Provenance.Model),
            ["due"] = new(KnownFacts.Text(Due), Provenance.Model),
            ["state"] = new("sent", Provenance.Model),
        };
        Put(fields, "period", Request.Period, Provenance.Operator);
        Put(fields, "work", Request.Work?.Words ?? string.Empty, Provenance.Operator);
        if (Rate is { } rate)
        {
            fields["price"] = new(rate.Price.ToString(), Provenance.Model);
        }

        if (Sum.Vat is { } vat)
        {
            fields["net"] = new(Sum.Net.ToString(), said);
            fields["vat-amount"] = new(vat.ToString(), Provenance.Model);
        }

        return EffectDrafts.Record(new RecordWriteArguments
        {
            Record = new RecordId("invoice", InvoiceNumbers.Key(Number)),
            ExpectedVersion = 0,
            Fields = fields,
            Reason = "you asked for it",
            People = [Address],
        });
    }

    public EffectDraft Mail(BillingWords words, string? operatorName)
    {
        string[] lines =
        [
            Rate is { } rate ? Line(words, $"{Request.Work!.Words} × {rate.Price}") : Request.Period.Length > 0 ? Line(words, Sum.Net.ToString()) : string.Empty,
            Sum.Vat is null ? string.Empty : Sentences.Fill(words.Net, Sum.Net.ToString()),
            Sum.Rate is { } rateOfVat ? Sentences.Fill(words.Vat, rateOfVat.Words, Sum.Vat!.ToString()) : string.Empty,
            Sentences.Fill(words.Total, Sum.Total.ToString()),
        ];
        return EffectDrafts.Mail(new EmailSendArguments
        {
            To = [new Mailbox(KnownFacts.Value(Client, "name"), Address)],
            Subject = Sentences.Fill(words.Subject, Number),
            Text = Letter.Write(
                words.Wording,
                KnownFacts.Value(Client, "contact") ?? KnownFacts.Value(Client, "name"),
                operatorName,
                Sentences.Fill(words.Opening, Number),
                string.Join('\n', lines.Where(line => line.Length > 0)),
                Sentences.Fill(words.PayBy, TimeWords.Write(KnownFacts.Text(Due), words.IsGerman))),
        });
    }

    private string Line(BillingWords words, string work) => Request.Period.Length > 0 ? Sentences.Fill(words.Work, Request.Period, work) : work;

    private static void Put(Dictionary<string, RecordField> fields, string key, string value, Provenance provenance)
    {
        if (value.Length > 0)
        {
            fields[key] = new(value, provenance);
        }
    }
}
