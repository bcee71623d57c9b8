using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Ports;

namespace AiOs.Kernel.Agents;

/// <summary>The agents there are, and who of them prepares what.</summary>
internal sealed class AgentRoster
{
    private readonly IAgent[] _agents;
    private readonly IAgent _general;

    public AgentRoster(IEnumerable<IAgent> agents)
    {
        // Whoever is registered last counts first, as with every other part.
        _agents = [.. agents.Reverse()];
        _general = _agents.FirstOrDefault(agent => agent.Name == AgentName.Execution)
            ?? throw new InvalidOperationException("There is no agent for the general case; register one that is called " + AgentName.Execution + ".");
    }

    /// <summary>Whether any of them may ask somebody outside.</summary>
    public bool CallsOut => _agents.Any(static agent => agent.CallsOut);

    /// <summary>Who prepares it: whom the Intent names, else who takes its category, else who prepares the general case.</summary>
    /// <param name="intent">What Intake understood, or what the operator said it is.</param>
    /// <returns>The agent.</returns>
    public IAgent For(Intent intent) =>
        (intent.For is { } name ? _agents.FirstOrDefault(agent => agent.Name == name) : null)
        ?? (intent.Sure ? _agents.FirstOrDefault(agent => agent.Takes.Contains(intent.Category)) : null)
        ?? _general;
}
