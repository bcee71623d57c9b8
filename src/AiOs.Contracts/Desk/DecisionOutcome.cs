namespace AiOs.Contracts.Desk;

/// <summary>What became of one tap.</summary>
/// <param name="Accepted">Whether this tap decided. The first one wins; every other is told how things stand.</param>
/// <param name="Sentence">What happened, or what had already happened, in one sentence.</param>
/// <param name="Item">The work item as it stands now, or nothing where there is no such approval.</param>
public sealed record DecisionOutcome(bool Accepted, string Sentence, WorkItemView? Item);
