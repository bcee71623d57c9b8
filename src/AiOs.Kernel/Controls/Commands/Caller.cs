using AiOs.Contracts.Ids;

namespace AiOs.Kernel.Controls.Commands;

/// <summary>Who gave a command, and where. The channel proved who it is.</summary>
/// <param name="Channel">Where.</param>
/// <param name="By">Who: an immutable id of the channel.</param>
internal sealed record Caller(ChannelName Channel, string By)
{
    /// <summary>The conversation; nothing on a page and on the command line.</summary>
    public string? Place { get; init; }

    /// <summary>Whether nobody else reads the answer.</summary>
    public bool IsPrivate { get; init; } = true;

    /// <summary>When it was said, UTC; nothing where nobody knows.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The whole text as it was typed, with its lines.</summary>
    public string? Typed { get; init; }

    /// <summary>The work item that the command was a reply to.</summary>
    public WorkItemId? About { get; init; }

    /// <summary>The approval that the card showed to which it was a reply.</summary>
    public ApprovalId? AboutApproval { get; init; }
}
