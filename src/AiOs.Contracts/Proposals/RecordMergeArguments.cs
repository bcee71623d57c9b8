using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Proposals;

/// <summary>The arguments of <c>record.merge</c>, and of <c>record.unmerge</c> which takes it back.</summary>
public sealed record RecordMergeArguments
{
    /// <summary>The Record that gives way.</summary>
    public required RecordId Record { get; init; }

    /// <summary>The version this one follows. A Record that moved on is not merged.</summary>
    public required long ExpectedVersion { get; init; }

    /// <summary>The Record that stays: of the same type, and not merged itself.</summary>
    public required RecordId Into { get; init; }

    /// <summary>The values that are not taken over since the Record that stays says something else, by field.</summary>
    public IReadOnlyDictionary<string, string>? LeftBehind { get; init; }

    /// <summary>The mail addresses of everybody both are about, so that what gave way is still forgotten with them.</summary>
    public IReadOnlyList<string> People { get; init; } = [];
}
