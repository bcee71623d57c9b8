using AiOs.Contracts.Context;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Proposals;

namespace AiOs.Contracts.Ports;

/// <summary>A typed worker. It reads its brief and returns a proposal; it never acts.</summary>
public interface IAgent
{
    /// <summary>Its name.</summary>
    AgentName Name { get; }

    /// <summary>What it may see and propose.</summary>
    Grant Grant { get; }

    /// <summary>The categories of messages that it prepares unless <c>Intent.For</c> names another; empty for who prepares the general case.</summary>
    IReadOnlyList<Category> Takes => [];

    /// <summary>
    /// Whether it may ask somebody outside, such as a model, and so may take long. What it works on is made durable before, and the channel is
    /// acknowledged; the rest goes on by itself.
    /// </summary>
    bool CallsOut => false;

    /// <summary>
    /// Prepares the work of one work item, and reads nothing but the brief. Without a model, or where none answers, the same brief gives the same
    /// draft; that no model had a hand in it is said in its reasons.
    /// </summary>
    /// <param name="brief">All it gets to see.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What it proposes.</returns>
    Task<ProposalDraft> DraftAsync(AgentBrief brief, CancellationToken cancellationToken);
}
