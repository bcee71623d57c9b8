using System.Globalization;
using System.Text;
using AiOs.Agents.Intake;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Proposals;

namespace AiOs.Agents.Drafting.Replies;

/// <summary>Keeps payments, receipts and ideas as notes with the values that were found in them.</summary>
internal static class KeepDrafter
{
    private const int MaxIdea = 600;

    private static readonly (FieldName Name, string Title)[] Titles =
    [
        (FieldName.Amount, "Amount"), (FieldName.InvoiceNumber, "Invoice"), (FieldName.Date, "Date"), (FieldName.Deadline, "Until"),
    ];

    public static ProposalDraft Draft(DraftDesk desk)
    {
        var (label, summary) = desk.Brief.Intent.Category switch
        {
            Category.Payment => ("Payment", $"Keep a note of the payment notice from {desk.SenderLabel}."),
            Category.Receipt => ("Receipt", $"Keep the receipt from {desk.SenderLabel} as a note."),
            _ => ("Idea", $"Keep the idea from {desk.SenderLabel} as a note."),
        };
        return new ProposalDraft
        {
            Summary = summary,
            Reasons = desk.Brief.Intent.Reasons,
            Evidence = desk.Evidence(FieldName.Topic, FieldName.Amount, FieldName.InvoiceNumber, FieldName.Date, FieldName.Deadline),
            Confidence = desk.Brief.Intent.Confidence,
            Effects = [Note(desk, label)],
        };
    }

    public static EffectDraft Note(DraftDesk desk, string label)
    {
        var text = new StringBuilder();
        Line(text, "From", desk.SenderLabel);
        Line(text, "About", desk.Topic);
        if (desk.Message.SentAt is { } sent)
        {
            Line(text, "Sent", sent.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        foreach (var (name, title) in Titles)
        {
            var values = desk.Values(name).Select(field => PlainText.Line(field.Value, 60)).Take(5);
            Line(text, title, string.Join("; ", values));
        }

        Line(text, "Files", string.Join("; ", desk.Message.Attachments.Take(5).Select(file => PlainText.Line(file.Name, 60))));
        if (desk.Brief.Intent.Category == Category.ContentIdea)
        {
            text.Append('\n').Append(PlainText.Line(desk.Message.Text, MaxIdea)).Append('\n');
        }

        Line(text, "You said", desk.OwnWords);
        var heading = desk.Topic.Length > 0 ? $"{label}: {desk.Topic}" : $"{label} from {desk.SenderLabel}";
        return EffectDrafts.Note(heading, text.ToString(), desk.Message.Sender?.Address);
    }

    private static void Line(StringBuilder text, string title, string value)
    {
        if (value.Length > 0)
        {
            text.Append(title).Append(": ").Append(value).Append('\n');
        }
    }
}
