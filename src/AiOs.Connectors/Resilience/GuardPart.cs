using AiOs.Contracts.Ports;

namespace AiOs.Connectors.Resilience;

/// <summary>Shows what a guard knows: whether its part rests, since when and until when.</summary>
internal sealed class GuardPart(ConnectorGuard guard) : ICheckedPart
{
    public string Name => $"{guard.Name} guard";

    public Task<PartHealth> CheckAsync(CancellationToken cancellationToken) => Task.FromResult(guard.Health());
}
