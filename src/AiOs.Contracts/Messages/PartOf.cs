using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Messages;

/// <summary>Says that a message is one of several things that another one asked for. Only the program says so, and a part is never split again.</summary>
/// <param name="Parent">The work item of the whole message.</param>
/// <param name="Number">Which part it is, from 1.</param>
/// <param name="Count">Of how many; 2 or more.</param>
public sealed record PartOf(WorkItemId Parent, int Number, int Count);
