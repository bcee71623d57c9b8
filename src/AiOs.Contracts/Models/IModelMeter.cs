using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;

namespace AiOs.Contracts.Models;

/// <summary>
/// Model money: set aside before each call and settled after it, so that a cap stops in the middle of a run and cannot be raced.
/// It is counted exactly, in billionths of the minor unit. An agent that gets none does its work in its offline way and says so.
/// </summary>
public interface IModelMeter
{
    /// <summary>The workspace's currency (ISO 4217), in which everything is counted.</summary>
    string Currency { get; }

    /// <summary>Sets money aside for one call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>Leave for this one call, or why there is none.</returns>
    Task<ModelLeave> ReserveAsync(ModelCall call, CancellationToken cancellationToken);

    /// <summary>Says what became of a call. A second settlement of the same call changes nothing.</summary>
    /// <param name="leave">The leave it ran under.</param>
    /// <param name="use">What it cost, and how it ended.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>When it is durable.</returns>
    Task SettleAsync(ModelLeave.Granted leave, ModelUse use, CancellationToken cancellationToken);

    /// <summary>Sets whole minor units aside for one call.</summary>
    /// <param name="agent">Who calls.</param>
    /// <param name="most">The most that the call can cost, in minor units.</param>
    /// <param name="timeout">How long the call may take; without a settlement by then all of it counts as spent.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>Leave for this one call, or why there is none.</returns>
    Task<ModelLeave> ReserveAsync(AgentName agent, Money most, TimeSpan timeout, CancellationToken cancellationToken) =>
        ReserveAsync(new ModelCall(agent, ExactMoney.Of(most), timeout), cancellationToken);

    /// <summary>Says what a call cost in whole minor units.</summary>
    /// <param name="leave">The leave it ran under.</param>
    /// <param name="cost">What it cost; 0 where nothing was used.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>When it is durable.</returns>
    Task SettleAsync(ModelLeave.Granted leave, Money cost, CancellationToken cancellationToken) =>
        SettleAsync(leave, new ModelUse(ExactMoney.Of(cost), "answered"), cancellationToken);
}
