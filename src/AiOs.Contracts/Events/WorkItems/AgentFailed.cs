using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>An agent returned nothing that can be used. After the second time the operator is asked.</summary>
/// <param name="Agent">Which agent.</param>
/// <param name="Code">A short stable word, such as <c>unreadable-arguments</c>.</param>
public sealed record AgentFailed(AgentName Agent, string Code) : JournalEvent;
