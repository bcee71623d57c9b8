using System.Globalization;
using AiOs.Agents.Drafting;
using AiOs.Agents.Drafting.Facts;
using AiOs.Agents.Drafting.Letters;
using AiOs.Agents.Drafting.Replies;
using AiOs.Agents.Intake;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;

namespace AiOs.Agents.Billing.Reminders;

/// <summary>Reminds of one invoice that is due. How firm it is goes by the days since, by the last reminder, and by whether they paid late before.</summary>
internal static class ReminderDrafter
{
    public static ProposalDraft Draft(DraftDesk desk)
    {
        var words = string.Join('\n', desk.Answers.Prepend(desk.Message.Text));
        var today = DateOnly.FromDateTime(desk.Brief.ReceivedAt.Date);
        var all = OwnInvoice.Of(desk.Brief);
        var named = all.Where(invoice => NamedParty.Holds(words, invoice.Number) || NamedParty.Holds(words, invoice.Record.Id.ToString())).ToList();
        var clients = NamedParty.ClientsIn(desk.Brief, words);
        var fitting = named.Count > 0 ? named : [.. all.Where(invoice => invoice.IsOpen && invoice.Due < today && clients.Any(client => client.Id == invoice.Client))];
        return fitting switch
        {
            [{ IsOpen: false } paid] => Nothing(desk, $"Nothing to do: invoice {paid.Number} is not open any more ({paid.Cited})."),
            [{ Amount: { } amount, Due: { } due } one] => OfOne(desk, one, amount, due, today),
            [var one] => Ask(desk, $"{one.Record.Id} (version {one.Record.Version}) does not say {(one.Amount is null ? "its amount" : "its due date")}, so I cannot remind of it. Which is it?"),
            [] => Ask(desk, "Of which invoice shall I remind them? Name its number; none that is known to me is overdue there."),
            _ => Ask(desk, $"Which of these is it: {string.Join("; ", fitting.Take(6).Select(Named))}?"),
        };
    }

    private static ProposalDraft OfOne(DraftDesk desk, OwnInvoice invoice, Money amount, DateOnly due, DateOnly today)
    {
        var days = today.DayNumber - due.DayNumber;
        if (days <= 0 && !desk.Answers.Any(MeetingTimes.IsYes))
        {
            return desk.Answers.Any(MeetingTimes.IsNo) ? Nothing(desk, "Nothing to do: no reminder.")
                : Ask(desk, $"Invoice {invoice.Number} is due on {KnownFacts.Text(due)} only ({invoice.Cited}). Shall I remind them all the same?");
        }

        var client = desk.Brief.Facts.FirstOrDefault(record => record.Id == invoice.Client);
        if (client is null)
        {
            return Ask(desk, $"{invoice.Record.Id} (version {invoice.Record.Version}) names no client that I know. Which client is it?");
        }

        if (KnownFacts.OurValue(client, "email") is not { } address)
        {
            var missing = new MissingFact(client.Id, "email", $"To which address do invoices to {NamedParty.NameOf(client)} go?", SensitiveKind.Recipient);
            return Ask(desk, missing.Question) with { Question = null, Missing = missing };
        }

        var late = OwnInvoice.LateOf(desk.Brief, client.Id);
        var level = ReminderLevel.Of(days, KnownFacts.Value(invoice.Record, ReminderLevel.Field), late.Count > 0);
        var words = BillingWords.Of(client, desk.German);
        return new ProposalDraft
        {
            Summary = $"Remind {NamedParty.NameOf(client)} of invoice {invoice.Number} over {amount}, due {KnownFacts.Text(due)} ({ReminderLevel.Words[level - 1]}).",
            Reasons =
            [
                "you asked for a reminder",
                days > 0 ? $"{days} days overdue ({invoice.Cited})" : $"not due before {KnownFacts.Text(due)} ({invoice.Cited}); you said to remind them all the same",
                .. late.Take(1).Select(before => $"{before.Number} was paid {before.DaysLate} days late ({before.Cited}), so it is firmer"),
                .. KnownFacts.Value(invoice.Record, "reminded") is { } on ? (string[])[$"reminded before on {on} ({invoice.Cited})"] : [],
            ],
            Evidence =
            [
                new Evidence("message", null, PlainText.Line(desk.Message.Text, 120), Provenance.Operator),
                KnownFacts.Evidence(invoice.Record, "amount"),
                KnownFacts.Evidence(invoice.Record, "due"),
                KnownFacts.Evidence(client, "email"),
                .. late.Take(1).Select(before => KnownFacts.Evidence(before.Record, "paid")),
            ],
            Confidence = Confidence.Certain,
            Effects = [Mail(desk, words, client, address, invoice, amount, due, level), Record(invoice, today, level, address)],
        };
    }

    private static EffectDraft Mail(DraftDesk desk, BillingWords words, RecordSnapshot client, string address, OwnInvoice invoice, Money amount, DateOnly due, int level) =>
        EffectDrafts.Mail(new EmailSendArguments
        {
            To = [new Mailbox(KnownFacts.Value(client, "name"), address)],
            Subject = Sentences.Fill(words.ReminderSubject, invoice.Number),
            Text = Letter.Write(
                words.Wording,
                KnownFacts.Value(client, "contact") ?? KnownFacts.Value(client, "name"),
                desk.Brief.OperatorName,
                Sentences.Fill(words.Open, invoice.Number, amount.ToString(), TimeWords.Write(KnownFacts.Text(due), words.IsGerman)),
                words.Levels[level - 1]),
        });

    private static EffectDraft Record(OwnInvoice invoice, DateOnly today, int level, string address) => EffectDrafts.Record(new RecordWriteArguments
    {
        Record = invoice.Record.Id,
        ExpectedVersion = invoice.Record.Version,
        Fields = new Dictionary<string, RecordField>(StringComparer.Ordinal)
        {
            [ReminderLevel.Field] = new(level.ToString(CultureInfo.InvariantCulture), Provenance.Model),
            ["reminded"] = new(KnownFacts.Text(today), Provenance.Model),
        },
        Reason = "a reminder goes out",
        People = [address],
    });

    private static string Named(OwnInvoice invoice) => $"{invoice.Number} over {invoice.Amount?.ToString() ?? "an unknown amount"} ({invoice.Cited})";

    private static ProposalDraft Nothing(DraftDesk desk, string summary) => Ask(desk, string.Empty) with { Summary = summary, Question = null };

    private static ProposalDraft Ask(DraftDesk desk, string question) => new()
    {
        Summary = "A reminder is wanted; I need a word more.",
        Reasons = ["you asked for a reminder"],
        Evidence = [new Evidence("message", null, PlainText.Line(desk.Message.Text, 120), Provenance.Operator)],
        Confidence = Confidence.Certain,
        Question = question,
    };
}
