using AiOs.Contracts.Messages;

namespace AiOs.Contracts.Desk;

/// <summary>The one way in for everything that comes in.</summary>
public interface IInbox
{
    /// <summary>
    /// Takes one message through to its gate: journalled, understood, a proposal made, the operator asked.
    /// Returns after all of that is durable; where somebody outside such as a model is asked on the way, after the message itself is, and the rest goes on by
    /// itself. A repeat changes nothing.
    /// Throws <see cref="AiOsException"/> where the store cannot take it; then it is not acknowledged and nothing happened.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Gives up waiting; what is durable stays.</param>
    /// <returns>The work item.</returns>
    Task<Receipt> ReceiveAsync(InboundMessage message, CancellationToken cancellationToken);

    /// <summary>Waits for what goes on by itself after <see cref="ReceiveAsync"/>: for whoever wants to show the end of it.</summary>
    /// <param name="item">The work item.</param>
    /// <param name="cancellationToken">Gives up waiting; it goes on.</param>
    /// <returns>When it rests.</returns>
    Task RestAsync(Ids.WorkItemId item, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Leaves one journal line for something that came in and cannot become a work item.</summary>
    /// <param name="channel">Where it came in.</param>
    /// <param name="code">A short stable word, such as <c>truncated</c>.</param>
    /// <param name="bytes">Its size in bytes.</param>
    /// <param name="dedupeKey">What makes a repeat the same.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>When it is durable.</returns>
    Task RefuseAsync(Ids.ChannelName channel, string code, long bytes, string dedupeKey, CancellationToken cancellationToken);
}
