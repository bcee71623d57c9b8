using AiOs.Contracts.Ids;

namespace AiOs.Kernel.Forgetting;

/// <summary>What was found about somebody.</summary>
/// <param name="Streams">All streams, in the order of the journal; none of them is the workspace's own or the policy.</param>
/// <param name="Unlinked">How many of them were found by their words alone.</param>
/// <param name="Effects">Every effect that was ever proposed in them.</param>
/// <param name="Blobs">Every blob that they refer to.</param>
/// <param name="InPolicy">Whether the policy names the person, which only the operator can change.</param>
internal sealed record FoundStreams(IReadOnlyList<StreamId> Streams, int Unlinked, IReadOnlySet<EffectId> Effects, IReadOnlyList<Digest> Blobs, bool InPolicy);
