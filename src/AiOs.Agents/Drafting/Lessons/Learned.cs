using AiOs.Agents.Intake;
using AiOs.Contracts.Context;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Proposals;

namespace AiOs.Agents.Drafting.Lessons;

/// <summary>
/// Puts what the operator put right before into a new draft: a change where it can be done exactly, and a question where a proposal like this
/// one was turned down with a reason. The kernel gives only lessons of this category that fit the message.
/// </summary>
internal static class Learned
{
    private const int MaxQuote = 200;

    /// <summary>Whose letters teach each other: how the operator writes does not depend on who drafted it.</summary>
    private static readonly AgentName[] Drafting = [AgentName.Execution, AgentName.Editor, AgentName.Sales, AgentName.Billing, AgentName.Research];

    public static ProposalDraft Apply(DraftDesk desk, ProposalDraft draft)
    {
        var lessons = desk.Brief.Context.Lessons;
        if (lessons.Count == 0 || draft.Effects.Count == 0)
        {
            return draft;
        }

        var rejected = lessons.OfType<Lesson.Rejected>().FirstOrDefault(lesson =>
            Drafting.Contains(lesson.Agent) && draft.Effects.Any(effect => lesson.Kinds.Contains(effect.Kind)));
        return rejected is not null && desk.Brief.OperatorWords.Count == 0 ? Ask(desk, draft, rejected) : Edited(lessons, draft);
    }

    /// <summary>The operator's words for this case settle it; until then the same is not proposed again.</summary>
    private static ProposalDraft Ask(DraftDesk desk, ProposalDraft draft, Lesson.Rejected rejected)
    {
        var mail = draft.Effects.Any(effect => effect.Kind == EffectKind.EmailSend);
        var reason = PlainText.Line(rejected.Reason, MaxQuote);
        return draft with
        {
            Summary = mail ? $"An answer to {desk.SenderLabel} is wanted; one like it was turned down before." : "Something like this was turned down before.",
            Reasons = [.. draft.Reasons, $"you rejected a proposal like this: “{reason}”"],
            Effects = [],
            Missing = null,
            Question = mail ? $"You rejected a reply like this: “{reason}”. What shall I answer?" : $"You rejected something like this: “{reason}”. What shall I do instead?",
        };
    }

    private static ProposalDraft Edited(IReadOnlyList<Lesson> lessons, ProposalDraft draft)
    {
        var effects = draft.Effects.ToList();
        var at = effects.FindIndex(effect => effect.Kind == EffectKind.EmailSend);
        if (at < 0 || EffectDrafts.ReadMail(effects[at]) is not { } mail)
        {
            return draft;
        }

        // The oldest first, so that what was said last has the last word.
        var applied = new List<string>();
        foreach (var lesson in lessons.OfType<Lesson.Edited>().Where(lesson => Drafting.Contains(lesson.Agent)).Reverse())
        {
            if (LetterLesson.Apply(mail, lesson) is { } changed && changed.Text != mail.Text)
            {
                mail = changed;
                applied.Add($"as you changed a draft before: {PlainText.Line(lesson.Words, MaxQuote)}");
            }
        }

        if (applied.Count == 0)
        {
            return draft;
        }

        effects[at] = EffectDrafts.Mail(mail);
        return draft with { Effects = effects, Reasons = [.. draft.Reasons, .. applied] };
    }
}
