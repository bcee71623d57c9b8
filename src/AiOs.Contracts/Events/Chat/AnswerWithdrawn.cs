using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>What was taken for the answer was meant for something else; the question is open again.</summary>
/// <param name="Message">The message that was taken for the answer.</param>
/// <param name="Channel">Where that was said.</param>
/// <param name="By">Who said it: an immutable id of the channel.</param>
public sealed record AnswerWithdrawn(MessageId Message, ChannelName Channel, string By) : JournalEvent;
