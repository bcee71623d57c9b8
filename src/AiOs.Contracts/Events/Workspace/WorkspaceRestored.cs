using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>The operator lets a workspace go on that was put back from a copy. What was recorded after the copy was made is lost.</summary>
/// <param name="Restore">Names this restore: 32 hexadecimal digits.</param>
/// <param name="Position">Where the copy ended.</param>
/// <param name="Seen">The last position that a signed head outside had named; nothing where there was none.</param>
/// <param name="Channel">Where the leave was given.</param>
/// <param name="By">Who gave it: an immutable id of the channel.</param>
public sealed record WorkspaceRestored(string Restore, long Position, long? Seen, ChannelName Channel, string By) : JournalEvent;
