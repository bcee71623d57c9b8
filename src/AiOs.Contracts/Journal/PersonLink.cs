using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Journal;

/// <summary>Says that a stream holds something about a person, without saying who.</summary>
/// <param name="Person">Keyed hash of the person's address, 32 hexadecimal digits.</param>
/// <param name="Stream">The stream.</param>
public sealed record PersonLink(string Person, StreamId Stream);
