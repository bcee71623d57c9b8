using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Knowledge;

/// <summary>Takes down what the operator tells us to remember, in the operator's own words. It is a note like any other, and can be taken back like one.</summary>
public interface INotebook
{
    /// <summary>Keeps a note. Durable when this returns; it is found by searches a moment later.</summary>
    /// <param name="text">The operator's own words; at most 64 KiB of UTF-8.</param>
    /// <param name="channel">Where it was said.</param>
    /// <param name="by">Who said it: an immutable id of the channel.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>What came of it; an empty note is refused.</returns>
    Task<ControlOutcome> RememberAsync(string text, ChannelName channel, string by, CancellationToken cancellationToken);
}
