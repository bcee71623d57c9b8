using AiOs.Contracts.Context;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Proposals;

namespace AiOs.Contracts.Ports;

/// <summary>A typed worker. It reads its brief and returns a proposal; it never acts.</summary>
public interface IAgent
{
    /// <summary>Its name.</summary>
    AgentName Name { get; }

    /// <summary>What it may see and propose.</summary>
    Grant Grant { get; }

    /// <summary>Prepares the work of one work item. Deterministic, and reads nothing but the brief.</summary>
    /// <param name="brief">All it gets to see.</param>
    /// <returns>What it proposes.</returns>
    ProposalDraft Draft(AgentBrief brief);
}
