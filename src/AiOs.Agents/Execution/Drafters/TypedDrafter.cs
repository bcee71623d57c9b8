using AiOs.Agents.Drafting;
using AiOs.Agents.Drafting.Letters;
using AiOs.Agents.Drafting.Replies;
using AiOs.Agents.Intake;
using AiOs.Agents.Records;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Proposals;

namespace AiOs.Agents.Execution.Drafters;

/// <summary>Does what the operator typed: a mail in their words, a note, or a question. Recipients come from their words only.</summary>
internal static class TypedDrafter
{
    private const int FewWords = 4;
    private const int MaxNote = 8_000;

    public static ProposalDraft Draft(DraftDesk desk)
    {
        var text = PlainText.Lines(desk.Message.Text, MaxNote);
        var request = TypedRequest.Read(text);
        return request.Kind switch
        {
            TypedRequestKind.Write => PolicyDrafter.Draft(desk, text) ?? Write(desk, request.Rest),
            TypedRequestKind.Note => Keep(desk, request.Rest.Length > 0 ? request.Rest : text),
            TypedRequestKind.Pay => Ask(desk, $"I cannot pay. I can keep “{desk.Topic}” as a note, or an invoice that you forward to me as one to be paid. Shall I keep a note?"),
            _ => ScheduleDrafter.Draft(desk, text) ?? PolicyDrafter.Draft(desk, text) ?? MergeDrafter.Draft(desk, text) ?? RecordDrafter.Draft(desk, text) ?? Other(desk, text),
        };
    }

    private static ProposalDraft Other(DraftDesk desk, string text)
    {
        var few = text.Split(' ', '\n').Length < FewWords;
        return few ? Ask(desk, "What shall I do with that: keep it as a note (“note: …”), or write to somebody (“write to name@example.com that …”)?")
            : Keep(desk, text);
    }

    private static ProposalDraft Ask(DraftDesk desk, string question)
    {
        var answer = desk.Answers.Count > 0 ? desk.Answers[^1] : string.Empty;
        if (TypedRequest.Read(answer) is { Kind: TypedRequestKind.Write } write && write.Rest.Contains('@', StringComparison.Ordinal))
        {
            return Write(desk, TypedLetter.HasText(write.Rest) ? write.Rest : $"{write.Rest}: {desk.Message.Text}");
        }

        if (answer.Length > 0 && !MeetingTimes.IsNo(answer))
        {
            return Keep(desk, PlainText.Lines(desk.Message.Text, MaxNote));
        }

        return new ProposalDraft
        {
            Summary = answer.Length > 0 ? "Nothing to do." : "I need a word more from you.",
            Reasons = ["you typed it"],
            Confidence = desk.Brief.Intent.Confidence,
            Question = answer.Length > 0 ? null : question,
        };
    }

    private static ProposalDraft Keep(DraftDesk desk, string text)
    {
        var title = PlainText.Line(text, 60);
        return new ProposalDraft
        {
            Summary = $"Keep a note: {title}",
            Reasons = ["you typed it"],
            Evidence = [new Evidence("message", null, PlainText.Line(text, 120), Provenance.Operator)],
            Confidence = Confidence.Certain,
            Effects = [EffectDrafts.Note(title, text, desk.Values(FieldName.Email).Select(field => field.Value))],
        };
    }

    private static ProposalDraft Write(DraftDesk desk, string rest)
    {
        var letter = TypedLetter.Read(rest, desk.Answers);
        var missing = letter.To.Count == 0
            ? letter.Name.Length > 0 ? $"Which address does {letter.Name} have?" : "Which address shall I write to?"
            : letter.Text.Length == 0 ? $"What shall I write to {letter.To[0].Address}?" : null;
        return new ProposalDraft
        {
            Summary = letter.To.Count == 0 ? "A mail is wanted; I do not know to which address."
                : $"Write to {string.Join(", ", letter.To.Select(to => to.Address))} in your words.",
            Reasons = ["you asked for a mail"],
            Evidence = [new Evidence("message", null, PlainText.Line(desk.Message.Text, 120), Provenance.Operator)],
            Confidence = Confidence.Certain,
            Effects = missing is null
                ? [EffectDrafts.Mail(new EmailSendArguments { To = letter.To, Subject = letter.Subject, Text = Letter.Write(desk,
                letter.Text) })]
                : [],
            Question = missing,
        };
    }
}
