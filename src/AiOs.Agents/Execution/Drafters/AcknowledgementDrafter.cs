using AiOs.Agents.Drafting;
using AiOs.Agents.Drafting.Replies;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Proposals;

namespace AiOs.Agents.Execution.Drafters;

/// <summary>Says that something arrived and commits to nothing; what to do about it is the operator's to say.</summary>
internal static class AcknowledgementDrafter
{
    public static ProposalDraft Draft(DraftDesk desk)
    {
        var words = desk.Words;
        var own = desk.OwnWords;
        var (said, question) = desk.Brief.Intent.Category switch
        {
            Category.Complaint => (words.Sorry, "What shall I offer or explain to them?"),
            _ => (words.Noted, "By when can you do it, and at what price?"),
        };
        var keepsSaid = own.Length == 0 || desk.Brief.Intent.Category == Category.Complaint;
        string[] paragraphs = [words.ThanksFor(desk.Topic), keepsSaid ? said : string.Empty, own];
        var summary = own.Length == 0
            ? $"Tell {desk.SenderLabel} that it arrived, without promising anything."
            : $"Answer {desk.SenderLabel} in your words.";
        return ReplyDraft.Make(desk, summary, paragraphs, own.Length == 0 ? question
            : null, FieldName.Deadline, FieldName.Date, FieldName.Amount);
    }
}
