using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>A command that changes something was taken from a chat. It stands here before it runs, so a repeat of the same delivery does not run it again.</summary>
/// <param name="Channel">Where.</param>
/// <param name="By">Who: an immutable id of the channel.</param>
/// <param name="Name">The command's name, without what was typed after it.</param>
public sealed record CommandTaken(ChannelName Channel, string By, string Name) : JournalEvent;
