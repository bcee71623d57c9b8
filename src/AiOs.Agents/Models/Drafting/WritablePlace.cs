using System.Text.Json;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Proposals;

namespace AiOs.Agents.Models.Drafting;

/// <summary>The one effect of a draft that a model may word.</summary>
/// <param name="Index">Which effect.</param>
/// <param name="Effect">The effect as drafted.</param>
/// <param name="Kind">How it is read and written.</param>
internal sealed record WritablePlace(int Index, EffectDraft Effect, WritableEffect Kind)
{
    private static readonly WritableEffect[] BuiltIn =
    [
        new(EffectKind.EmailSend, ReadMail, WriteMail),
        new(EffectKind.NoteKeep, ReadNote, WriteNote),
    ];

    /// <summary>Its words as drafted.</summary>
    public (string Subject, string Text) Words => Kind.Read(Effect.Arguments);

    /// <summary>The first effect that can be worded; nothing where there is none.</summary>
    public static WritablePlace? In(ProposalDraft draft, IReadOnlyList<WritableEffect> more)
    {
        foreach (var kind in more.Concat(BuiltIn))
        {
            for (var i = 0; i < draft.Effects.Count; i++)
            {
                if (draft.Effects[i].Kind == kind.Kind)
                {
                    return new WritablePlace(i, draft.Effects[i], kind);
                }
            }
        }

        return null;
    }

    /// <summary>The effects with other words in this one.</summary>
    public IReadOnlyList<EffectDraft> Write(IReadOnlyList<EffectDraft> effects, string? subject, string? text)
    {
        var old = Words;
        var written = Effect with { Arguments = Kind.Write(Effect.Arguments, subject ?? old.Subject, text ?? old.Text) };
        return [.. effects.Select((effect, index) => index == Index ? written : effect)];
    }

    private static (string, string) ReadMail(string arguments) =>
        JsonSerializer.Deserialize(arguments, ArgumentsJson.Default.EmailSendArguments) is { } mail ? (mail.Subject, mail.Text) : default;

    /// <summary>A reply keeps its subject: it is what holds the thread together for people.</summary>
    private static string WriteMail(string arguments, string subject, string text)
    {
        var mail = JsonSerializer.Deserialize(arguments, ArgumentsJson.Default.EmailSendArguments)!;
        return JsonSerializer.Serialize(mail with { Subject = mail.InReplyTo is null && mail.References.Count == 0 ? subject : mail.Subject, Text = text }, ArgumentsJson.Default.EmailSendArguments);
    }

    private static (string, string) ReadNote(string arguments) =>
        JsonSerializer.Deserialize(arguments, ArgumentsJson.Default.NoteKeepArguments) is { } note ? (note.Title, note.Text) : default;

    private static string WriteNote(string arguments, string subject, string text) =>
        JsonSerializer.Serialize(JsonSerializer.Deserialize(arguments, ArgumentsJson.Default.NoteKeepArguments)! with { Title = subject, Text = text }, ArgumentsJson.Default.NoteKeepArguments);
}
