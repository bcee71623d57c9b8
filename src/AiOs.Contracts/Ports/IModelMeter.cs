using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;

namespace AiOs.Contracts.Ports;

/// <summary>
/// Model money: set aside before each call and settled after it, so that a cap stops in the middle of a run and cannot be raced.
/// An agent that gets none does its work in its offline way and says so.
/// </summary>
public interface IModelMeter
{
    /// <summary>Sets money aside for one call.</summary>
    /// <param name="agent">Who calls.</param>
    /// <param name="most">The most that the call can cost, in minor units; a fraction of one counts as one.</param>
    /// <param name="timeout">How long the call may take; without a settlement by then all of it counts as spent.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>Leave for this one call, or why there is none.</returns>
    Task<ModelLeave> ReserveAsync(AgentName agent, Money most, TimeSpan timeout, CancellationToken cancellationToken);

    /// <summary>Says what a call really cost. A second settlement of the same call changes nothing.</summary>
    /// <param name="leave">The leave it ran under.</param>
    /// <param name="cost">What it cost, in minor units; 0 where nothing was used.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>When it is durable.</returns>
    Task SettleAsync(ModelLeave.Granted leave, Money cost, CancellationToken cancellationToken);
}
