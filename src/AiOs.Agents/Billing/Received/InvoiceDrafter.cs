using System.Security.Cryptography;
using System.Text;
using AiOs.Agents.Drafting;
using AiOs.Agents.Intake;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;

namespace AiOs.Agents.Billing.Received;

/// <summary>Keeps an invoice to be paid as a Record. It never pays; what is missing or has two readings is asked.</summary>
internal static class InvoiceDrafter
{
    private const int KeyBytes = 10;

    public static ProposalDraft Draft(DraftDesk desk)
    {
        var open = new List<string>();
        var fields = new SortedDictionary<string, RecordField>(StringComparer.Ordinal);
        Put(fields, "supplier", Supplier(desk), Provenance.External);
        Take(desk, fields, "number", FieldName.InvoiceNumber, open, "which is the invoice's number", needed: false);
        TakeAmount(desk, fields, open);
        Take(desk, fields, "iban", FieldName.Iban, open, "to which account it is to be paid", needed: false);
        TakeDue(desk, fields, open);
        var id = new RecordId("invoice", Key(desk, fields));
        var known = desk.Brief.Facts.FirstOrDefault(record => record.Id == id);
        var changed = fields.Where(field => known is null || !known.Fields.TryGetValue(field.Key, out var before)
            || before.Value != field.Value.Value)
            .ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
        return new ProposalDraft
        {
            Summary = Summary(fields, changed.Count == 0),
            Reasons = desk.Brief.Intent.Reasons,
            Evidence = desk.Evidence(FieldName.InvoiceNumber, FieldName.Amount, FieldName.Iban, FieldName.Deadline, FieldName.Topic),
            Confidence = desk.Brief.Intent.Confidence,
            Effects = changed.Count == 0 ? [] : [Write(desk, id, known?.Version ?? 0, changed)],
            Question = open.Count == 0 ? null : "Please tell me " + string.Join(", and ", open) + ".",
        };
    }

    private static EffectDraft Write(DraftDesk desk, RecordId id, long version, Dictionary<string, RecordField> fields) =>
        EffectDrafts.Record(new RecordWriteArguments
        {
            Record = id,
            ExpectedVersion = version,
            Fields = fields,
            People = desk.Message.Sender is { } sender ? [sender.Address] : [],
        });

    private static void TakeAmount(DraftDesk desk, SortedDictionary<string, RecordField> fields, List<string> open)
    {
        var said = desk.AnswerFields.Where(field => field.Name == FieldName.Amount).ToList();
        if (said.Count > 0)
        {
            Put(fields, "amount", said[^1].Value, Provenance.Operator);
            return;
        }

        var found = desk.Values(FieldName.Amount).Where(field => field.Amount!.Minor > 0).ToList();
        var due = found.Count > 1 ? AmountDue.Choose($"{desk.Message.Text}\n{AttachedWords.Of(desk.Message)}", found) : found.FirstOrDefault();
        if (due is not null)
        {
            Put(fields, "amount", due.Value, Provenance.External);
        }
        else
        {
            open.Add(found.Count == 0 ? "the amount with its currency"
                : "which amount is due: " + string.Join(", ", found.Take(4).Select(field => field.Value)));
        }
    }

    private static void TakeDue(DraftDesk desk, SortedDictionary<string, RecordField> fields, List<string> open)
    {
        var said = desk.AnswerFields.Where(field => field.Name is FieldName.Deadline or FieldName.Date).ToList();
        if (said.Count > 0)
        {
            Put(fields, "due", said[^1].Value, Provenance.Operator);
        }
        else
        {
            Take(desk, fields, "due", FieldName.Deadline, open, "the day by which it is to be paid", needed: true);
        }
    }

    private static void Take(
        DraftDesk desk, SortedDictionary<string, RecordField> fields, string key, FieldName name, List<string> open, string question,
            bool needed)
    {
        var found = desk.Values(name).ToList();
        if (found.Count == 1)
        {
            Put(fields, key, PlainText.Line(found[0].Value, 60), Provenance.External);
        }
        else if (found.Count > 1 || needed)
        {
            open.Add(found.Count > 1 ? $"{question} ({string.Join(", ", found.Take(4).Select(field => PlainText.Line(field.Value, 60)))})"
                : question);
        }
    }

    private static void Put(SortedDictionary<string, RecordField> fields, string key, string value, Provenance provenance)
    {
        if (value.Length > 0)
        {
            fields[key] = new RecordField(value, provenance);
        }
    }

    private static string Supplier(DraftDesk desk) =>
        desk.Values(FieldName.Company).Select(field => PlainText.Line(field.Value, 80)).FirstOrDefault() is { Length: > 0 } company
            && !company.Contains('.', StringComparison.Ordinal)
            ? company
            : desk.SenderLabel;

    /// <summary>
    /// Twenty hexadecimal digits of a SHA-256 over address and number: the same invoice has the same key, and the key shows neither.
    /// Without a number it is taken over the Message-ID, else the subject.
    /// </summary>
    private static string Key(DraftDesk desk, SortedDictionary<string, RecordField> fields)
    {
        var number = fields.TryGetValue("number", out var field) ? field.Value
            : desk.Message.OriginalMailId ?? desk.Message.Subject ?? desk.Topic;
        var whole = $"{desk.Message.Sender?.Address.ToLowerInvariant()}\n{number.ToUpperInvariant()}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)).AsSpan(0, KeyBytes));
    }

    private static string Summary(SortedDictionary<string, RecordField> fields, bool kept)
    {
        var amount = fields.TryGetValue("amount", out var money) ? $" over {money.Value}" : string.Empty;
        var due = fields.TryGetValue("due", out var day) ? $", due {day.Value}" : string.Empty;
        return kept
            ? $"Nothing to do: this invoice{amount}{due} is kept already."
            : $"Keep the invoice{amount}{due} as one to be paid. Nothing is paid.";
    }
}
