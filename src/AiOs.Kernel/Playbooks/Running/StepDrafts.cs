using System.Text.Json;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;
using AiOs.Contracts.Records.Schemas;

namespace AiOs.Kernel.Playbooks.Running;

/// <summary>Makes the proposal of one step. What has no value is asked for, never made up.</summary>
internal sealed class StepDrafts(IRecords records)
{
    /// <summary>The Record that a step writes; nothing where it writes none.</summary>
    public static RecordId? Target(PlaybookStep step, PlaybookScope scope) =>
        step.Does is not StepDoes.Write write ? null
        : scope.Record(write.Record) is { } known ? known.Id
        : PlaybookTemplate.Fill(write.Record, scope).Text is { } text && RecordId.TryParse(text, out var id) ? id : null;

    /// <summary>The proposal, without its summary.</summary>
    public async Task<ProposalDraft> OfAsync(PlaybookStep step, PlaybookScope scope, CancellationToken cancellationToken)
    {
        if (TextsOf(step.Does).Select(text => PlaybookTemplate.Fill(text, scope).Missing).FirstOrDefault(missing => missing is not null) is { } missing)
        {
            return Asked(missing, scope);
        }

        return step.Does switch
        {
            StepDoes.Mail mail => MailOf(mail, scope),
            StepDoes.Ask ask => Plain with { Question = Filled(ask.Text, scope) },
            StepDoes.Note note => Plain with { Effects = [Draft(EffectKind.NoteKeep, JsonSerializer.Serialize(NoteOf(note, scope), ArgumentsJson.Default.NoteKeepArguments))] },
            StepDoes.Write write => await WriteOfAsync(write, Target(step, scope)!.Value, scope, cancellationToken),
            _ => Plain,
        };
    }

    private static ProposalDraft Plain { get; } = new() { Summary = string.Empty, Confidence = Confidence.Certain };

    private static EffectDraft Draft(EffectKind kind, string arguments) => new(kind, arguments);

    private static string Filled(string text, PlaybookScope scope) => PlaybookTemplate.Fill(text, scope).Text!;

    private static IEnumerable<string> TextsOf(StepDoes does) => does switch
    {
        StepDoes.Mail mail => [mail.To, mail.Subject, mail.Text],
        StepDoes.Ask ask => [ask.Text],
        StepDoes.Note note => [note.Title, note.Text],
        StepDoes.Write write => write.Fields.Values,
        _ => [],
    };

    private static ProposalDraft MailOf(StepDoes.Mail mail, PlaybookScope scope)
    {
        var to = Filled(mail.To, scope);
        if (!FieldForms.Fits(FieldForm.Email, to) && PlaybookTemplate.Read(mail.To) is [{ } only])
        {
            return Asked(only, scope);
        }

        var arguments = new EmailSendArguments { To = [new Mailbox(null, to)], Subject = Filled(mail.Subject, scope), Text = Filled(mail.Text, scope) };
        return Plain with { Effects = [Draft(EffectKind.EmailSend, JsonSerializer.Serialize(arguments, ArgumentsJson.Default.EmailSendArguments))] };
    }

    private static NoteKeepArguments NoteOf(StepDoes.Note note, PlaybookScope scope) =>
        new(Filled(note.Title, scope), Filled(note.Text, scope), []) { Records = scope.All.Count > 0 ? [.. scope.All.Select(record => record.Id)] : null };

    private async Task<ProposalDraft> WriteOfAsync(StepDoes.Write write, RecordId target, PlaybookScope scope, CancellationToken cancellationToken)
    {
        var before = await records.FindAsync(target, cancellationToken);
        var arguments = new RecordWriteArguments
        {
            Record = before?.Id ?? target,
            ExpectedVersion = before?.Version ?? 0,
            Fields = write.Fields.ToDictionary(field => field.Key, field => new RecordField(Filled(field.Value, scope), ProvenanceOf(field.Value))),
        };
        return Plain with { Effects = [Draft(EffectKind.RecordWrite, JsonSerializer.Serialize(arguments, ArgumentsJson.Default.RecordWriteArguments))] };
    }

    /// <summary>A value that is taken over whole comes from where it stood; what a playbook puts together or says itself is worked out, and claims no more.</summary>
    private static Provenance ProvenanceOf(string template) => PlaybookTemplate.Read(template) is not [{ } only] || template.Trim() != $"{{{only}}}" ? Provenance.Model
        : only.Alias is PlaybookScope.Answer ? Provenance.Operator
        : only.Alias is PlaybookScope.Operator or "today" ? Provenance.Model
        : Provenance.Record;

    /// <summary>A field that a Record lacks is asked for once and kept there; where the Record itself is not known, it is asked which one it is.</summary>
    private static ProposalDraft Asked(Placeholder missing, PlaybookScope scope)
    {
        if (scope.Record(missing.Alias) is { } record)
        {
            var rule = RecordType.Find(record.Id.Type)?.RuleOf(missing.Field);
            return Plain with { Missing = new MissingFact(record.Id, missing.Field, $"What is the {rule?.Label ?? missing.Field} of {record.Id}? No Record says it, and the next mail needs it.", KindOf(rule?.Form)) };
        }

        return scope.All.FirstOrDefault(known => RecordType.Find(known.Id.Type)?.RuleOf(missing.Alias)?.RefersTo is not null) is { } refers
            ? Plain with { Missing = new MissingFact(refers.Id, missing.Alias, $"Which {missing.Alias} does {refers.Id} belong to? Answer with its id, such as {missing.Alias}/berg.", Kind: null) }
            : Plain with { Question = $"What shall stand for {missing} here?" };
    }

    private static SensitiveKind? KindOf(FieldForm? form) => form switch
    {
        FieldForm.Email => SensitiveKind.Recipient,
        FieldForm.Iban => SensitiveKind.BankAccount,
        FieldForm.Money => SensitiveKind.Amount,
        FieldForm.Date => SensitiveKind.Date,
        _ => null,
    };
}
