using AiOs.Contracts.Context;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Records;

namespace AiOs.Contracts.Intake;

/// <summary>One message to be understood, with all that may be looked at for it.</summary>
public sealed record IntakeCase
{
    /// <summary>What it says.</summary>
    public required MessageContent Message { get; init; }

    /// <summary>Whose words it holds.</summary>
    public required Authority Authority { get; init; }

    /// <summary>When it came in, in the workspace's time zone: what "tomorrow" is counted from where the message has no date.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The workspace's time zone: what a time without one means.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>The workspace's currency (ISO 4217): what an amount without a sign that is plainly money means.</summary>
    public required string Currency { get; init; }

    /// <summary>What the operator put right in cases like this one, newest first; the first that says a category decides it.</summary>
    public IReadOnlyList<Lesson> Lessons { get; init; } = [];

    /// <summary>
    /// Every message of which the operator said what it is, newest first: what Intake learns from. It follows the journal, so what was taken back
    /// or forgotten is not in it any more.
    /// </summary>
    public IReadOnlyList<Lesson.Sorted> Examples { get; init; } = [];

    /// <summary>What Records know about the people in it: what a name, a company or an invoice's number refers to.</summary>
    public IReadOnlyList<RecordSnapshot> Known { get; init; } = [];

    /// <summary>The work item it is read for, to which what the reading costs is put down; nothing where it is for none.</summary>
    public WorkItemId? WorkItem { get; init; }
}
