using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;

namespace AiOs.Contracts.Desk;

/// <summary>What the operator puts right, and takes back again.</summary>
public interface ICorrections
{
    /// <summary>Says what a message really is. A work item of which nothing has run yet is drafted again; of any other it is kept for the next one.</summary>
    /// <param name="id">The work item.</param>
    /// <param name="category">What it is.</param>
    /// <param name="channel">Where it was said.</param>
    /// <param name="by">Who said it: an immutable id of the channel.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>Whether it was taken, and how things stand.</returns>
    Task<DecisionOutcome> CorrectAsync(WorkItemId id, Category category, ChannelName channel, string by, CancellationToken cancellationToken);

    /// <summary>Every correction that counts.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Newest first.</returns>
    Task<IReadOnlyList<CorrectionView>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Takes a correction back: what is decided after this is decided as if it had never been said. A corrected fact gets its earlier value again.</summary>
    /// <param name="number">Which.</param>
    /// <param name="channel">Where it was asked.</param>
    /// <param name="by">Who asked.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>What came of it.</returns>
    Task<ControlOutcome> TakeBackAsync(long number, ChannelName channel, string by, CancellationToken cancellationToken);
}
