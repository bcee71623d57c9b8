using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>
/// The operator wants a person forgotten. It is durable before anything is destroyed, so that what a crash interrupts is completed.
/// Always in the stream of the workspace.
/// </summary>
/// <param name="Forgetting">Names this forgetting: 32 hexadecimal digits.</param>
/// <param name="People">Keyed hashes of the addresses.</param>
/// <param name="Records">Records that were named to be forgotten.</param>
/// <param name="Streams">How many streams were found.</param>
/// <param name="Channel">Where it was asked.</param>
/// <param name="By">Who asked: an immutable id of the channel.</param>
public sealed record PersonForgotten(string Forgetting, IReadOnlyList<string> People, IReadOnlyList<RecordId> Records, long Streams, ChannelName Channel, string By) : JournalEvent;
