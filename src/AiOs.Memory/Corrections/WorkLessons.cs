using System.Text.Json;
using AiOs.Contracts.Context;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Journal;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Proposals;

namespace AiOs.Memory.Corrections;

/// <summary>Folds the lessons out of one work item's stream. Pure: the same commits give the same lessons. Only the operator's own events teach.</summary>
internal sealed class WorkLessons(Func<string, string> subjectOf)
{
    private readonly List<Lesson> _lessons = [];
    private string? _sender;
    private string _sample = string.Empty;
    private bool _typed;
    private IntentClassified? _intent;
    private ProposalDrafted? _plan;
    private (long Number, DateTimeOffset At, string Words, string Before)? _change;

    public static IReadOnlyList<Lesson> Of(IReadOnlyList<FeedCommit> stream, Func<string, string> subjectOf)
    {
        var fold = new WorkLessons(subjectOf);
        foreach (var commit in stream)
        {
            foreach (var happened in commit.Events)
            {
                fold.Take(happened, commit);
            }
        }

        return fold._lessons;
    }

    private void Take(JournalEvent happened, FeedCommit commit)
    {
        switch (happened)
        {
            case MessageReceived { Personal: { } words } received:
                _sender = words.Content.Sender?.Address is { Length: > 0 } address ? subjectOf(address) : null;
                _sample = LessonFit.SampleOf(words.Content);
                _typed = received.Authority is Authority.Operator && words.Content.Origin is ContentOrigin.Typed;
                break;
            case IntentClassified classified:
                Sort(classified, commit);
                break;
            case ProposalDrafted drafted:
                Edit(drafted, commit);
                break;
            case ChangeRequested { Personal: { } change }:
                _change = MailIn(_plan) is { } before ? (commit.Position, commit.At, change.Text, before) : null;
                break;
            case ApprovalRejected { Personal.Reason: { } reason } when !string.IsNullOrWhiteSpace(reason) && _plan is { } plan:
                Add(new Lesson.Rejected(plan.Agent, reason.Trim(), [.. plan.Effects.Select(line => line.Kind).Distinct()]) { Number = commit.Position, At = commit.At, Source = commit.Stream });
                break;
            default:
                break;
        }
    }

    /// <summary>What was typed was never sorted, so there is nothing to learn for the next one.</summary>
    private void Sort(IntentClassified classified, FeedCommit commit)
    {
        if (classified.By == "operator" && _intent is { } before && !_typed)
        {
            _intent = classified;
            Add(new Lesson.Sorted(before.Category) { Number = commit.Position, At = commit.At, Source = commit.Stream });
        }

        _intent = classified;
    }

    private void Edit(ProposalDrafted drafted, FeedCommit commit)
    {
        if (_change is { } change && MailIn(drafted) is { } after && after != change.Before)
        {
            Add(new Lesson.Edited(drafted.Agent, change.Words, change.Before, after) { Number = change.Number, At = change.At, Source = commit.Stream });
        }

        _change = null;
        _plan = drafted;
    }

    /// <summary>A lesson of which the message was forgotten can fit nothing any more.</summary>
    private void Add(Lesson lesson)
    {
        if (_sample.Length > 0)
        {
            _lessons.Add(lesson with { Category = _intent?.Category ?? Category.Other, Sender = _sender, Sample = _sample });
        }
    }

    private static string? MailIn(ProposalDrafted? drafted)
    {
        var index = drafted?.Effects.ToList().FindIndex(line => line.Kind == EffectKind.EmailSend) ?? -1;
        if (index < 0 || drafted?.Personal is not { } words)
        {
            return null;
        }

        using var effect = JsonDocument.Parse(words.EffectBytes[index]);
        return effect.RootElement.GetProperty("args").Deserialize(ArgumentsJson.Default.EmailSendArguments)?.Text;
    }
}
