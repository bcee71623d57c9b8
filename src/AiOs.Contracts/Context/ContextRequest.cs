using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Records;

namespace AiOs.Contracts.Context;

/// <summary>For which decision a context is wanted.</summary>
public sealed record ContextRequest
{
    /// <summary>The work item; what was learned from it itself is no recollection.</summary>
    public required WorkItemId WorkItem { get; init; }

    /// <summary>What came in.</summary>
    public required MessageContent Message { get; init; }

    /// <summary>What it is about.</summary>
    public required Category Category { get; init; }

    /// <summary>What Records know, already read.</summary>
    public IReadOnlyList<RecordSnapshot> Facts { get; init; } = [];

    /// <summary>What the operator put right in cases like this one, newest first.</summary>
    public IReadOnlyList<Lesson> Lessons { get; init; } = [];

    /// <summary>What the agent may see: the pack is cut by it before anything is ranked.</summary>
    public required Grant Grant { get; init; }

    /// <summary>The moment, UTC.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>How many tokens the pack may take, estimated as one for each four characters of UTF-8 begun; 256 or more.</summary>
    public int Budget { get; init; } = 6_000;
}
