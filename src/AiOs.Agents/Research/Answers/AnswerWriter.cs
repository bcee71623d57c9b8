using AiOs.Agents.Models;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Proposals;

namespace AiOs.Agents.Research.Answers;

/// <summary>Has a model put the passages of an answer in order and connect them. Without a usable answer of it, the passages stand as they were found.</summary>
internal static class AnswerWriter
{
    private const string Prompt = "research";

    public static async Task<ProposalDraft> WriteAsync(IModel model, AgentBrief brief, ProposalDraft offline, CancellationToken cancellationToken)
    {
        var found = PassageFinder.Find(brief, AskedWords.Of(brief));
        if (!model.IsConfigured || found.Count == 0)
        {
            return offline;
        }

        var passages = string.Join('\n', found.Select((passage, at) => $"{at + 1}. {passage.Words} ({passage.Where})"));
        var question = new ModelQuestion(AgentName.Research, ModelPrompt.Named(Prompt), [new ModelData("question", brief.Message.Text), new ModelData("passages", passages)])
        {
            WorkItem = brief.WorkItem,
        };
        return await model.AskAsync<ResearchOutput>(question, cancellationToken) switch
        {
            ModelAnswer<ResearchOutput>.Given given => ConnectedAnswer.Of(brief, offline, found, given.Value),
            ModelAnswer<ResearchOutput>.Missing missing => offline with { Reasons = [.. offline.Reasons, $"no model had a part in this: {missing.Why}"] },
            _ => offline,
        };
    }
}
