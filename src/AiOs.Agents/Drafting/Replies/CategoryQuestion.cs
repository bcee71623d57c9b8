using AiOs.Agents.Intake;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Proposals;

namespace AiOs.Agents.Drafting.Replies;

/// <summary>Asks what kind of message it is instead of guessing, and proposes nothing until that is known.</summary>
internal static class CategoryQuestion
{
    private const int MaxChoices = 4;

    public static ProposalDraft Draft(DraftDesk desk)
    {
        if (desk.OwnWords.Length > 0)
        {
            return QuietDrafter.Keep(desk, "Keep it as a note with your words.");
        }

        var intent = desk.Brief.Intent;
        var choices = intent.Alternatives.Select(other =>
            other.Category).Prepend(intent.Category).Where(category => category != Category.Other)
            .Distinct().Take(MaxChoices).Select(CategoryWords.WithArticle).ToList();
        var about = desk.Topic.Length > 0 ? $" “{desk.Topic}”" : string.Empty;
        var question = choices.Count == 0
            ? $"What is the message{about} from {desk.SenderLabel}? Tell me its kind (such as inquiry, meeting or spam), or what to note down."
            : $"What is the message{about} from {desk.SenderLabel}: {string.Join(", ", choices)}, or something else?";
        return new ProposalDraft
        {
            Summary = $"I am not sure what the message{about} from {desk.SenderLabel} is.",
            Reasons = [.. intent.Reasons, "below the confidence at which I act"],
            Evidence = desk.Evidence(FieldName.Topic),
            Confidence = intent.Confidence,
            Question = question,
        };
    }
}
