using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Proposals.Splits;

/// <summary>The arguments of <c>work.split</c>: one work item is opened for each part of a message. They hold places, no words.</summary>
/// <param name="Parent">The work item of the whole message.</param>
/// <param name="Parts">The parts, in the order of the text and without overlap; 2 or more.</param>
public sealed record WorkSplitArguments(WorkItemId Parent, IReadOnlyList<WorkPart> Parts);
