using System.Text;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Kernel.Approvals;
using AiOs.Kernel.Effects;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Desk;

/// <summary>Shows effects to people, always from their exact bytes.</summary>
internal static class EffectViews
{
    private static readonly EffectPreview Forgotten = new("Forgotten", [], ["its subject was forgotten"]);

    public static EffectPreview PreviewOf(EffectAttempt attempt, EffectCatalog catalog) =>
        attempt.Effect is null ? Forgotten : catalog.PreviewOf(attempt.Effect);

    public static EffectView ViewOf(WorkItem item, EffectAttempt attempt, EffectPreview preview) => new(
        attempt.Id,
        attempt.Line.Kind,
        preview.Title,
        PlainText(preview),
        attempt.Line.Digest,
        preview.Gaps,
        OutcomeOf(item, attempt),
        attempt.Sentence);

    private static string OutcomeOf(WorkItem item, EffectAttempt attempt) => attempt.Phase switch
    {
        EffectPhase.Done => "done",
        EffectPhase.Failed => "failed",
        EffectPhase.Unknown => "unknown",
        EffectPhase.Requested or EffectPhase.InDoubt => "requested",
        _ when attempt.Judged?.Answer is EffectJudged.AnswerKind.Deny => "denied",
        _ when Withdrawn(item, attempt) => "withdrawn",
        _ => "proposed",
    };

    private static bool Withdrawn(WorkItem item, EffectAttempt attempt) =>
        attempt.Proposal != item.Plan?.Id || item.CurrentApproval is { Phase: ApprovalPhase.Rejected or ApprovalPhase.Expired or ApprovalPhase.Superseded or ApprovalPhase.Voided };

    public static string PlainText(EffectPreview preview)
    {
        var text = new StringBuilder(preview.Title);
        foreach (var block in preview.Blocks)
        {
            Append(text, block);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, CardBlock block)
    {
        text.Append('\n');
        switch (block)
        {
            case CardBlock.Text words:
                text.Append(words.Value);
                break;
            case CardBlock.Hint hint:
                text.Append(hint.Value);
                break;
            case CardBlock.Warning warning:
                text.Append("Warning: ").Append(warning.Value);
                break;
            case CardBlock.Quote quote:
                text.Append('\n').Append(quote.Value);
                break;
            case CardBlock.Diff diff:
                text.Append(diff.Before).Append('\n').Append(diff.After);
                break;
            case CardBlock.Facts facts:
                text.AppendJoin('\n', facts.Rows.Select(row => $"{row.Name}: {row.Value}"));
                break;
            case CardBlock.Image image:
                text.Append(image.Words);
                break;
            default:
                break;
        }
    }
}
