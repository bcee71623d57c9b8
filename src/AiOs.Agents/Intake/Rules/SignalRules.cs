using AiOs.Agents.Intake.Classification;
using AiOs.Agents.Intake.Extraction;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;
using P = AiOs.Agents.Intake.Rules.SignalPhrases;

namespace AiOs.Agents.Intake.Rules;

/// <summary>Collects the strong signals of one message. Each speaks with a fixed weight and says why.</summary>
internal sealed class SignalRules(MessageContent message, FieldReading reading, IReadOnlyList<string> marks)
{
    private const int Seen = 6_000;
    private readonly List<Signal> _signals = [];
    private readonly string _text = string.Concat(message.Subject, "\n", message.Text.AsSpan(0, Math.Min(message.Text.Length, Seen)));
    private readonly bool _automatic = message.Automatic || marks.Contains(MessageMarks.Machine);

    public List<Signal> Collect()
    {
        Money();
        Machines();
        Meetings();
        Contracts();
        People();
        return _signals;
    }

    private void Money()
    {
        var paid = P.Paid.IsIn(_text);
        var moved = P.MoneyMoved.IsIn(_text);
        var amount = reading.Has(FieldName.Amount);
        if (P.Invoice.IsIn(_text))
        {
            Invoice(paid || moved, amount);
        }

        if (paid)
        {
            Say(Category.Receipt, amount || _automatic ? 1.6 : 0.8, "says that it is a receipt or a paid order");
        }

        if (moved)
        {
            Say(Category.Payment, amount ? 2.0 : 1.4, "tells of money sent, received or still open");
        }

        if (marks.Contains(MessageMarks.Accounts))
        {
            Say(Category.InvoiceReceived, 0.6, "comes from an accounts address");
            Say(Category.Payment, 0.4, "comes from an accounts address");
        }
    }

    private void Invoice(bool settled, bool amount)
    {
        var due = reading.Has(FieldName.Deadline) || reading.Has(FieldName.Iban);
        var number = reading.Has(FieldName.InvoiceNumber);
        if (settled)
        {
            return;
        }

        if (amount && due)
        {
            Say(Category.InvoiceReceived, number ? 4 : 2.2, number ? "invoice number, amount and due date or account" : "invoice, amount and due date or account");
        }
        else if (P.OurInvoice.IsIn(_text) && (amount || number || marks.Contains(MessageMarks.Pdf)))
        {
            Say(Category.InvoiceReceived, 2, "sends an invoice");
        }
        else if (number && amount)
        {
            Say(Category.InvoiceReceived, 1.2, "invoice number and amount");
        }
    }

    private void Machines()
    {
        var bulk = P.Bulk.IsIn(_text);
        if (bulk)
        {
            Say(Category.Newsletter, message.Automatic ? 2.5 : 1.4, "bulk mail with a way to unsubscribe");
        }

        if (P.Absent.IsIn(_text))
        {
            Say(Category.Notification, message.Automatic ? 3 : 1.5, "an automatic answer");
        }

        if (P.Report.IsIn(_text))
        {
            Say(Category.Notification, _automatic ? 1.6 : 0.5, "a machine reports something");
        }

        if (_automatic)
        {
            foreach (var category in (ReadOnlySpan<Category>)[Category.Personal, Category.Inquiry, Category.ClientRequest, Category.Complaint, Category.ContentIdea])
            {
                Say(category, -2, string.Empty);
            }
        }
        else if (!bulk)
        {
            Say(Category.Newsletter, -1, string.Empty);
        }

        if (P.Scam.IsIn(_text))
        {
            Say(Category.Spam, 2.2, "wording of unwanted or deceptive mail");
        }
    }

    private void Meetings()
    {
        if (marks.Contains(MessageMarks.Calendar))
        {
            Say(Category.Meeting, 3, "carries a calendar entry");
        }

        if (!_automatic && P.Meeting.IsIn(_text))
        {
            var timed = reading.Fields.Any(field => field.Name is FieldName.Date or FieldName.Deadline && field.Value.Contains('T', StringComparison.Ordinal));
            Say(Category.Meeting, timed ? 2 : 0.5, timed ? "words of a meeting with a day and time" : "words of a meeting");
        }
    }

    private void Contracts()
    {
        var attached = marks.Contains(MessageMarks.Pdf) || marks.Contains(MessageMarks.Document);
        if (P.Contract.IsIn(_text))
        {
            Say(Category.Contract, attached ? 2 : 0.7, attached ? "words of a contract and a document attached" : "words of a contract");
        }
    }

    private void People()
    {
        if (_automatic)
        {
            return;
        }

        Hint(P.Complaint, Category.Complaint, 1.4, "words of somebody unhappy");
        Hint(P.Idea, Category.ContentIdea, 1.4, "an idea for something to publish");
        Hint(P.Family, Category.Personal, 1.3, "words among family and friends");
        var fresh = P.NewHere.IsIn(_text);
        if (P.Price.IsIn(_text))
        {
            Say(Category.Inquiry, fresh ? 1.8 : 0.9, fresh ? "somebody new asks for a price" : "asks for a price");
        }
        else if (fresh)
        {
            Say(Category.Inquiry, 0.9, "somebody new asks about services");
        }
    }

    private void Hint(PhraseSet phrases, Category category, double weight, string reason)
    {
        if (phrases.IsIn(_text))
        {
            Say(category, weight, reason);
        }
    }

    private void Say(Category category, double weight, string reason) => _signals.Add(new Signal(category, weight, reason));
}
