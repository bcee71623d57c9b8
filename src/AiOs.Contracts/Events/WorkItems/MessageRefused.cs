using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>Something came in that cannot become a work item; this line is its journalled reason.</summary>
/// <param name="Message">The id it was given.</param>
/// <param name="Channel">Where it came in.</param>
/// <param name="Code">A short stable word, such as <c>truncated</c>.</param>
/// <param name="Bytes">Its size.</param>
public sealed record MessageRefused(MessageId Message, ChannelName Channel, string Code, long Bytes) : JournalEvent;
