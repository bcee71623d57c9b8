using AiOs.Contracts.Chat;
using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>The operator said something that could belong to several things; it is kept until it is known where.</summary>
/// <param name="Message">The id it was given.</param>
/// <param name="Channel">Where it came in.</param>
/// <param name="By">Who said it: an immutable id of the channel.</param>
public sealed record MessageHeld(MessageId Message, ChannelName Channel, string By) : PersonalEvent<MessageHeld.Words>
{
    /// <summary>What was said.</summary>
    /// <param name="Text">The operator's own words.</param>
    /// <param name="Chat">Where in the chat.</param>
    public sealed record Words(string Text, ChatOrigin Chat);
}
