using AiOs.Agents.Intake.Categories;
using AiOs.Agents.Intake.Extraction;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;

namespace AiOs.Agents.Intake.Rules;

/// <summary>Collects the strong signals of one message. Each speaks with a fixed weight and says why.</summary>
internal sealed class SignalRules(MessageContent message, Cue cues, FieldReading reading, IReadOnlyList<string> marks)
{
    private static readonly Category[] WrittenByPeople =
        [Category.Personal, Category.Inquiry, Category.ClientRequest, Category.Complaint, Category.ContentIdea];

    private readonly List<Signal> _signals = [];
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
        var paid = Has(Cue.Paid);
        var moved = Has(Cue.MoneyMoved);
        var amount = reading.Has(FieldName.Amount);
        if (Has(Cue.Invoice))
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
            Say(Category.InvoiceReceived, number ? 4 : 2.2, number ? "invoice number, amount and due date or account"
                : "invoice, amount and due date or account");
        }
        else if (Has(Cue.OurInvoice) && (amount || number || marks.Contains(MessageMarks.Pdf)))
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
        var bulk = Has(Cue.Bulk);
        if (bulk)
        {
            Say(Category.Newsletter, message.Automatic ? 2.5 : 1.4, "bulk mail with a way to unsubscribe");
        }

        if (Has(Cue.Absent))
        {
            Say(Category.Notification, message.Automatic ? 3 : 1.5, "an automatic answer");
        }

        if (Has(Cue.Report))
        {
            Say(Category.Notification, _automatic ? 1.6 : 0.5, "a machine reports something");
        }

        if (_automatic)
        {
            NoPerson();
        }
        else if (!bulk)
        {
            Say(Category.Newsletter, -1, string.Empty);
        }

        if (Has(Cue.Scam))
        {
            Say(Category.Spam, 2.2, "wording of unwanted or deceptive mail");
        }
    }

    /// <summary>What only people write, machines do not.</summary>
    private void NoPerson()
    {
        foreach (var category in WrittenByPeople)
        {
            Say(category, -2, string.Empty);
        }
    }

    private void Meetings()
    {
        if (marks.Contains(MessageMarks.Calendar))
        {
            Say(Category.Meeting, 3, "carries a calendar entry");
        }

        if (!_automatic && Has(Cue.Meeting))
        {
            var timed = reading.Fields.Any(field => field.Name is FieldName.Date or FieldName.Deadline
                && field.Value.Contains('T', StringComparison.Ordinal));
            Say(Category.Meeting, timed ? 2 : 0.5, timed ? "words of a meeting with a day and time" : "words of a meeting");
        }
    }

    private void Contracts()
    {
        var attached = marks.Contains(MessageMarks.Pdf) || marks.Contains(MessageMarks.Document);
        if (Has(Cue.Contract))
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

        Hint(Cue.Complaint, Category.Complaint, 1.4, "words of somebody unhappy");
        Hint(Cue.Idea, Category.ContentIdea, 1.4, "an idea for something to publish");
        Hint(Cue.Family, Category.Personal, 1.3, "words among family and friends");
        var fresh = Has(Cue.NewHere);
        if (Has(Cue.Price))
        {
            Say(Category.Inquiry, fresh ? 1.8 : 0.9, fresh ? "somebody new asks for a price" : "asks for a price");
        }
        else if (fresh)
        {
            Say(Category.Inquiry, 0.9, "somebody new asks about services");
        }
    }

    private void Hint(Cue cue, Category category, double weight, string reason)
    {
        if (Has(cue))
        {
            Say(category, weight, reason);
        }
    }

    private bool Has(Cue cue) => (cues & cue) != 0;

    private void Say(Category category, double weight, string reason) => _signals.Add(new Signal(category, weight, reason));
}
