using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>The operator wants it drafted again; the approval is superseded and can no longer be granted.</summary>
/// <param name="Approval">The question.</param>
/// <param name="Channel">Where.</param>
/// <param name="By">Who: an immutable id of the channel.</param>
public sealed record ChangeRequested(ApprovalId Approval, ChannelName Channel, string By) : PersonalEvent<ChangeRequested.Words>
{
    /// <summary>How it was known to belong here: <c>reply</c>, <c>button</c> or <c>edit</c>; nothing where it could belong nowhere else.</summary>
    public string? Via { get; init; }

    /// <summary>What to change.</summary>
    /// <param name="Text">The operator's own words.</param>
    public sealed record Words(string Text);
}
