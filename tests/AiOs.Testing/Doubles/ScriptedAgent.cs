using AiOs.Contracts.Context;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Proposals;

namespace AiOs.Testing.Doubles;

/// <summary>Drafts what it is told to, and remembers its briefs. By default one mail that answers the sender.</summary>
public sealed class ScriptedAgent : IAgent
{
    private readonly Lock _gate = new();
    private readonly List<AgentBrief> _briefs = [];

    /// <inheritdoc/>
    public AgentName Name => AgentName.Execution;

    /// <inheritdoc/>
    public Grant Grant { get; set; } = Grant.Everything;

    /// <summary>What comes of a brief.</summary>
    public Func<AgentBrief, ProposalDraft> Write { get; set; } = Some.Reply;

    /// <summary>Every brief it got, oldest first.</summary>
    public IReadOnlyList<AgentBrief> Briefs
    {
        get
        {
            lock (_gate)
            {
                return [.. _briefs];
            }
        }
    }

    /// <summary>What it waits for before it drafts, as if it asked somebody outside.</summary>
    public Func<CancellationToken, Task> Wait { get; set; } = static _ => Task.CompletedTask;

    /// <inheritdoc/>
    public bool CallsOut { get; set; }

    /// <inheritdoc/>
    public async Task<ProposalDraft> DraftAsync(AgentBrief brief, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _briefs.Add(brief);
        }

        await Wait(cancellationToken);
        return Write(brief);
    }
}
