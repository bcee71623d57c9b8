using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Chat;

/// <summary>
/// A way to tell the operator something where nobody can be talked to, such as their own mailbox. Nothing is taken in through it, and whom it reaches
/// is configured, never found in anybody's words; so what goes there is no effect, as what is said in the operator's own chats is none.
/// </summary>
public interface IOperatorPost
{
    /// <summary>The channel it goes through.</summary>
    ChannelName Channel { get; }

    /// <summary>Where it reaches the operator, such as their own mail address.</summary>
    string Place { get; }

    /// <summary>
    /// Tells something, in one attempt. Throws a transient <see cref="AiOsException"/> where it certainly did not go and may be tried again.
    /// </summary>
    /// <param name="note">What; its buttons are left out, since nothing can be tapped there.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What came of it.</returns>
    Task<SendOutcome> SayAsync(ChatNote note, CancellationToken cancellationToken);
}
