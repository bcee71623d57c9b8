using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>The operator was asked for something that is missing. It takes the place of an earlier question.</summary>
/// <param name="Proposal">The proposal that it would make better.</param>
public sealed record QuestionAsked(ProposalId Proposal) : PersonalEvent<QuestionAsked.Words>
{
    /// <summary>The Record that is to hold the answer, where it asks for a missing fact.</summary>
    public RecordId? Record { get; init; }

    /// <summary>The field that is to hold the answer.</summary>
    public string? Field { get; init; }

    /// <summary>What an answer must hold to be kept there.</summary>
    public SensitiveKind? Kind { get; init; }

    /// <summary>The question.</summary>
    /// <param name="Text">One clear question.</param>
    public sealed record Words(string Text);
}
