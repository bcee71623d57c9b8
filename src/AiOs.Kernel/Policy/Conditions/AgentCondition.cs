namespace AiOs.Kernel.Policy.Conditions;

/// <summary>Who proposed it.</summary>
internal sealed record AgentCondition(IReadOnlyList<string> Agents) : WordCondition("agent", "agent", 2, Agents)
{
    protected override string? WordOf(PolicyCase effect) => effect.Agent.Value;
}
