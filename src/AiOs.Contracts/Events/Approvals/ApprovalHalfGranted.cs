using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>The first of two yeses that a question of tier 3 needs.</summary>
/// <param name="Approval">The question.</param>
/// <param name="Digest">What was approved.</param>
/// <param name="Channel">Where.</param>
/// <param name="By">Who: an immutable id of the channel.</param>
/// <param name="RipeAt">From when on a second yes counts from the same channel too; one from another channel counts at once.</param>
public sealed record ApprovalHalfGranted(ApprovalId Approval, Digest Digest, ChannelName Channel, string By, DateTimeOffset RipeAt) : PersonalEvent<ApprovalHalfGranted.Words>
{
    /// <summary>What is secret in it.</summary>
    /// <param name="Nonce">The token of the second yes; the first one is used up.</param>
    public sealed record Words(string Nonce);
}
