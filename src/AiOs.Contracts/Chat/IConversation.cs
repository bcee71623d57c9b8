using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Chat;

/// <summary>The operator's side of every chat, the same in each: who may speak, what a message belongs to, commands, taps, and the cards on the other side.</summary>
public interface IConversation
{
    /// <summary>
    /// Takes one message to its end: routed, journalled, answered in the chat. Returns after what it asks for is durable; then, and only then, the
    /// channel may confirm it. A repeat changes nothing. Of somebody unknown it leaves one line in the journal and says nothing.
    /// Throws <see cref="AiOsException"/> where the store cannot take it; then it is not confirmed and nothing happened.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Gives up waiting; what is durable stays.</param>
    /// <returns>When it may be confirmed.</returns>
    Task HearAsync(ChatMessage message, CancellationToken cancellationToken);

    /// <summary>
    /// Takes one tap: who is not the operator, and what is forged, stale or used, decides nothing and is told how things stand. An approved effect has
    /// run when this returns. Throws <see cref="AiOsException"/> where the store cannot take it.
    /// </summary>
    /// <param name="tap">The tap.</param>
    /// <param name="cancellationToken">Gives up waiting; what is durable stays and is carried out.</param>
    /// <returns>What to tell whoever tapped.</returns>
    Task<TapReply> TapAsync(ChatTap tap, CancellationToken cancellationToken);

    /// <summary>Remembers where a person can be found, without anything said: a bot was put into their chat.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="sender">Who.</param>
    /// <param name="place">The place that is theirs alone.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>When it is durable; nothing is kept of somebody unknown.</returns>
    Task MeetAsync(ChannelName channel, string sender, string place, CancellationToken cancellationToken);

    /// <summary>
    /// Keeps the cards of a channel as things stand, until it is cancelled: shown to every paired person, rewritten when decided, superseded or expired,
    /// also for what happened while no host ran. Where several hosts share the store, one of them does it at a time.
    /// </summary>
    /// <param name="channel">The channel.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>When it has ended.</returns>
    Task KeepCardsAsync(IChatChannel channel, CancellationToken cancellationToken);

    /// <summary>Runs something that one host may do at a time, such as polling, again and again until it is cancelled; the inner token ends when another host takes over.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="work">What is done.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>When it has ended.</returns>
    Task RunAloneAsync(ChannelName channel, Func<CancellationToken, Task> work, CancellationToken cancellationToken);
}
