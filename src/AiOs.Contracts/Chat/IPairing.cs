using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Chat;

/// <summary>Who the operator is in each channel. An empty list is nobody.</summary>
public interface IPairing
{
    /// <summary>Makes the one code that pairs one sender in a channel, in place of an earlier one: 10 letters and digits, for an hour, for ten wrong tries.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The code; it is kept as a digest only.</returns>
    Task<string> NewCodeAsync(ChannelName channel, CancellationToken cancellationToken);

    /// <summary>Who is the operator now, by configuration or by pairing.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="sender">An immutable id of the channel.</param>
    /// <returns>Whether this is the operator.</returns>
    bool IsOperator(ChannelName channel, string sender);

    /// <summary>Everybody who is the operator, in the order in which they were paired.</summary>
    IReadOnlyList<PairedDevice> Devices { get; }

    /// <summary>Ends it for one sender at once. Who stands in the configuration has to be taken out there.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="sender">Whose.</param>
    /// <param name="byChannel">Where it was asked.</param>
    /// <param name="by">Who asked.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What came of it.</returns>
    Task<ControlOutcome> RevokeAsync(ChannelName channel, string sender, ChannelName byChannel, string by, CancellationToken cancellationToken);
}
