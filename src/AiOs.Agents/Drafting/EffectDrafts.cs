using System.Text.Json;
using AiOs.Agents.Intake;
using AiOs.Agents.Intake.Extraction;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Proposals;

namespace AiOs.Agents.Drafting;

/// <summary>Writes the arguments of the built-in effect kinds.</summary>
internal static class EffectDrafts
{
    private const int MaxSubject = 120;

    public static EffectDraft Mail(EmailSendArguments arguments) =>
        new(EffectKind.EmailSend, JsonSerializer.Serialize(arguments, ArgumentsJson.Default.EmailSendArguments));

    public static EffectDraft Record(RecordWriteArguments arguments) =>
        new(EffectKind.RecordWrite, JsonSerializer.Serialize(arguments, ArgumentsJson.Default.RecordWriteArguments));

    public static EffectDraft Note(string title, string text, params IEnumerable<string?> people) =>
        new(EffectKind.NoteKeep, JsonSerializer.Serialize(
            new NoteKeepArguments(title, text, [.. people.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)]),
            ArgumentsJson.Default.NoteKeepArguments));

    public static EmailSendArguments? ReadMail(EffectDraft effect) =>
        effect.Kind == EffectKind.EmailSend ? JsonSerializer.Deserialize(effect.Arguments, ArgumentsJson.Default.EmailSendArguments) : null;

    public static NoteKeepArguments? ReadNote(EffectDraft effect) =>
        effect.Kind == EffectKind.NoteKeep ? JsonSerializer.Deserialize(effect.Arguments, ArgumentsJson.Default.NoteKeepArguments) : null;

    /// <summary>A reply in the message's own thread.</summary>
    /// <param name="desk">The brief.</param>
    /// <param name="to">To whom.</param>
    /// <param name="text">The body.</param>
    /// <returns>The effect.</returns>
    public static EffectDraft Reply(DraftDesk desk, Mailbox to, string text)
    {
        var message = desk.Message;
        var subject = PlainText.Line(TopicReader.WithoutMarks(message.Subject), MaxSubject, addresses: false);
        var original = message.OriginalMailId;
        return Mail(new EmailSendArguments
        {
            To = [to with { Name = PlainText.Line(to.Name, 60) is { Length: > 0 } name ? name : null }],
            Subject = "Re: " + (subject.Length > 0 ? subject : desk.Topic),
            Text = text,
            InReplyTo = original,
            References = original is null || message.References.Contains(original) ? message.References : [.. message.References, original],
        });
    }
}
