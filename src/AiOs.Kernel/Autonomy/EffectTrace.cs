using AiOs.Contracts.Ids;

namespace AiOs.Kernel.Autonomy;

/// <summary>What is remembered of an effect.</summary>
/// <param name="Proposal">Whose part it is, where that is known.</param>
/// <param name="Class">Its class; nothing before it was judged.</param>
/// <param name="Unasked">Whether it was allowed to run unasked.</param>
internal sealed record EffectTrace(ProposalId? Proposal, string? Class, bool Unasked);
