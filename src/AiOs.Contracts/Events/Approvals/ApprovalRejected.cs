using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>The operator said no.</summary>
/// <param name="Approval">The question.</param>
/// <param name="Digest">What was turned down.</param>
/// <param name="Channel">Where.</param>
/// <param name="By">Who: an immutable id of the channel.</param>
public sealed record ApprovalRejected(ApprovalId Approval, Digest Digest, ChannelName Channel, string By) : PersonalEvent<ApprovalRejected.Words>
{
    /// <summary>Why.</summary>
    /// <param name="Reason">The operator's own words.</param>
    public sealed record Words(string Reason);
}
