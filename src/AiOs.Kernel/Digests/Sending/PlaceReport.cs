using AiOs.Contracts.Ids;

namespace AiOs.Kernel.Digests.Sending;

/// <summary>What became of a digest in one place.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Outcome">What became of it.</param>
internal sealed record PlaceReport(ChannelName Channel, PlaceOutcome Outcome);
