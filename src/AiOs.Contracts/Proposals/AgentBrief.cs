using AiOs.Contracts.Context;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Records;

namespace AiOs.Contracts.Proposals;

/// <summary>All that an agent gets to see of one work item.</summary>
public sealed record AgentBrief
{
    /// <summary>The work item, to which what the draft costs is put down; nothing where it is for none.</summary>
    public WorkItemId? WorkItem { get; init; }

    /// <summary>What came in.</summary>
    public required MessageContent Message { get; init; }

    /// <summary>Whose words the message holds.</summary>
    public required Authority Authority { get; init; }

    /// <summary>What Intake understood.</summary>
    public required Intent Intent { get; init; }

    /// <summary>What Records know about the people in it.</summary>
    public IReadOnlyList<RecordSnapshot> Facts { get; init; } = [];

    /// <summary>What is known and remembered, within what the agent may see.</summary>
    public ContextPack Context { get; init; } = ContextPack.Empty;

    /// <summary>The operator's answers and change requests for this work item, oldest first: the operator's own words.</summary>
    public IReadOnlyList<string> OperatorWords { get; init; } = [];

    /// <summary>The summary, arguments and question of the proposal being redrafted, where there is one.</summary>
    public ProposalDraft? Previous { get; init; }

    /// <summary>True where the operator asked to change <see cref="Previous"/>; false where they answered its question.</summary>
    public bool ChangeWanted { get; init; }

    /// <summary>When the message came in, in the workspace's time zone.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The workspace's time zone.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>The operator's name for the foot of a mail, or nothing.</summary>
    public string? OperatorName { get; init; }

    /// <summary>The workspace's currency (ISO 4217).</summary>
    public required string Currency { get; init; }
}
