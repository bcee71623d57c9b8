using AiOs.Agents.Drafting.Lessons;
using AiOs.Agents.Drafting.Preferences;
using AiOs.Agents.Drafting.Replies;
using AiOs.Agents.Intake;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Proposals;

namespace AiOs.Agents.Drafting;

/// <summary>
/// What every agent does around its own draft: the operator's word on the category counts, a change they asked for is made exactly where that can be
/// done, and what they put right before, and how they want drafts, is used.
/// </summary>
internal static class DraftFrame
{
    /// <summary>Drafts without a model.</summary>
    /// <param name="brief">All there is to see.</param>
    /// <param name="draftNew">The agent's own draft from the start.</param>
    /// <returns>What it proposes.</returns>
    public static ProposalDraft Draft(AgentBrief brief, Func<DraftDesk, ProposalDraft> draftNew)
    {
        var desk = new DraftDesk(Corrected(brief));
        if (brief is { ChangeWanted: true, Previous: { } previous } && desk.Answers.Count > 0 && !NamesCategory(brief) && Redrafter.Draft(desk, previous) is { } changed)
        {
            return changed;
        }

        return Learned.Apply(desk, Preferred.Apply(desk.Brief, desk.Message.CameBack == true ? QuietDrafter.CameBack(desk) : draftNew(desk)));
    }

    private static bool NamesCategory(AgentBrief brief) => CategoryWords.TryRead(brief.OperatorWords[^1], out _);

    /// <summary>The operator's word on the category wins over Intake's.</summary>
    private static AgentBrief Corrected(AgentBrief brief)
    {
        for (var i = brief.OperatorWords.Count - 1; i >= 0; i--)
        {
            if (CategoryWords.TryRead(brief.OperatorWords[i], out var category))
            {
                return brief with
                {
                    Intent = brief.Intent with
                    {
                        Category = category,
                        Confidence = Confidence.Certain,
                        Sure = category != Category.Other,
                        Reasons = [$"you said that it is {CategoryWords.WithArticle(category)}"],
                        Alternatives = [],
                    },
                };
            }
        }

        return brief;
    }
}
