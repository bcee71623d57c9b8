using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>The operator was asked for something that is missing. It takes the place of an earlier question.</summary>
/// <param name="Proposal">The proposal that it would make better.</param>
public sealed record QuestionAsked(ProposalId Proposal) : PersonalEvent<QuestionAsked.Words>
{
    /// <summary>The question.</summary>
    /// <param name="Text">One clear question.</param>
    public sealed record Words(string Text);
}
