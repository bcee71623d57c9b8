using AiOs.Contracts.Cards;
using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Chat;

/// <summary>
/// One chat service: it renders and paces, and keeps no state but what it needs to reach a place. What is shown where, and when it is
/// rewritten, is decided by the kernel.
/// </summary>
public interface IChatChannel
{
    /// <summary>Which channel.</summary>
    ChannelName Name { get; }

    /// <summary>Whether it is configured. Where it is not, nothing else is called.</summary>
    bool IsOn { get; }

    /// <summary>Where a person can be written to before they said where.</summary>
    /// <param name="sender">Who.</param>
    /// <returns>The place, or nothing where the channel has to hear from them first.</returns>
    string? HomeOf(string sender);

    /// <summary>Sends a card as a new message.</summary>
    /// <param name="place">Where.</param>
    /// <param name="card">The card.</param>
    /// <param name="replyTo">The message it is threaded under, where the channel does so.</param>
    /// <param name="cancellationToken">Gives up before the call begins.</param>
    /// <returns>What came of it.</returns>
    Task<SendOutcome> SendAsync(string place, Card card, string? replyTo, CancellationToken cancellationToken);

    /// <summary>Rewrites a card where it stands. That it stands there already as wanted is success.</summary>
    /// <param name="messages">Where it stands.</param>
    /// <param name="card">The card as it is now.</param>
    /// <param name="cancellationToken">Gives up before the call begins.</param>
    /// <returns>What came of it; where it now needs more messages than before, those are among them.</returns>
    Task<SendOutcome> RewriteAsync(ShownMessages messages, Card card, CancellationToken cancellationToken);

    /// <summary>Says something that is no card.</summary>
    /// <param name="place">Where.</param>
    /// <param name="note">What.</param>
    /// <param name="replyTo">The message it is threaded under, where the channel does so.</param>
    /// <param name="cancellationToken">Gives up before the call begins.</param>
    /// <returns>What came of it.</returns>
    Task<SendOutcome> SayAsync(string place, ChatNote note, string? replyTo, CancellationToken cancellationToken);

    /// <summary>Rewrites what was said.</summary>
    /// <param name="messages">Where it stands.</param>
    /// <param name="note">What it says now.</param>
    /// <param name="cancellationToken">Gives up before the call begins.</param>
    /// <returns>What came of it.</returns>
    Task<SendOutcome> RewriteAsync(ShownMessages messages, ChatNote note, CancellationToken cancellationToken);

    /// <summary>Shows that something is being done, for a few seconds; nothing follows from it where it fails.</summary>
    /// <param name="place">Where.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>When it was tried.</returns>
    Task ShowTypingAsync(string place, CancellationToken cancellationToken);
}
