using AiOs.Agents.Drafting;
using AiOs.Agents.Drafting.Replies;
using AiOs.Contracts.Proposals;

namespace AiOs.Agents.Execution.Drafters;

/// <summary>Writes nothing personal by itself: it asks what to answer and uses those words.</summary>
internal static class PersonalDrafter
{
    public static ProposalDraft Draft(DraftDesk desk)
    {
        var own = desk.OwnWords;
        return own.Length == 0
            ? new ProposalDraft
            {
                Summary = $"A personal message from {desk.SenderLabel}; I leave the answer to you.",
                Reasons = desk.Brief.Intent.Reasons,
                Evidence = desk.Evidence(Contracts.Intake.FieldName.Topic),
                Confidence = desk.Brief.Intent.Confidence,
                Question = $"What shall I answer {desk.SenderLabel}?",
            }
            : ReplyDraft.Make(desk, $"Answer {desk.SenderLabel} in your words.", [own], question: null);
    }
}
